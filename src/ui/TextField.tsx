import type { ComponentChildren, Ref } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { PRIVATE_FIELD } from './private-field';

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  kind?: 'text' | 'password' | 'search';
  hint?: string | undefined;
  /** Only where this one thing is asked for, and what had the focus before is gone. */
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
  // By hand, since browsers heed the attribute only once for each page.
  useLayoutEffect(() => {
    if (autoFocus) document.getElementById(id)?.focus();
  }, []);
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
