import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { PRIVATE_FIELD } from './private-field';

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  kind?: 'text' | 'password' | 'search';
  hint?: string | undefined;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  children?: ComponentChildren;
}

/** One line of text under its label; `hint` and `children` stand below it and are read with it. */
export function TextField({
  label,
  value,
  onInput,
  kind = 'text',
  hint,
  autoFocus,
  inputRef,
  children,
}: TextFieldProps) {
  const id = useId();
  // The typings want one input element per kind; to the browser it is one element with another type.
  const type = kind as 'text';
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...PRIVATE_FIELD}
        id={id}
        ref={inputRef ?? null}
        type={type}
        dir="auto"
        value={value}
        // biome-ignore lint/a11y/noAutofocus: only on a page that asks for this one thing.
        autoFocus={autoFocus ?? false}
        aria-describedby={hint || children ? `${id}-about` : undefined}
        onInput={event => onInput(event.currentTarget.value)}
      />
      {(hint || children) && (
        <div id={`${id}-about`} class="soft">
          {hint}
          {children}
        </div>
      )}
    </div>
  );
}
