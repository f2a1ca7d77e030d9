import type { ComponentChildren } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { SingleKeys } from '../../ui/use-keys';

interface ChoiceGroupProps<V extends string> {
  label: string;
  /** Stands under the label and is read with it. */
  hint?: ComponentChildren;
  /** Each with its words, and what stands beside them to tell what they mean. */
  options: readonly (readonly [value: V, words: string, about?: string])[];
  /** Null while nothing was chosen. */
  value: V | null;
  onChoose: (value: V) => void;
  /** What a key gives while the focus is in the group. */
  keys?: Readonly<Record<string, V>>;
  /** Whether the choices stand below each other, so that up and down go among them. */
  isUpright?: boolean;
}

/**
 * One of several, all in sight. Left and right go from choice to choice; up and down to the group before and after, unless
 * the choices stand upright. A key of `keys` chooses and goes to the group after.
 */
export function ChoiceGroup<V extends string>({
  label,
  hint,
  options,
  value,
  onChoose,
  keys = {},
  isUpright = false,
}: ChoiceGroupProps<V>) {
  const id = useId();
  const areOn = useContext(SingleKeys);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const group = event.currentTarget as HTMLElement;
    const chosen = areOn ? keys[event.key.toLowerCase()] : undefined;
    const goesOn = chosen || (event.key === 'ArrowDown' && !isUpright);
    const step = goesOn ? 1 : event.key === 'ArrowUp' && !isUpright ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    // A key held down answers one behaviour, not all that follow.
    if (chosen && event.repeat) return;
    if (chosen) onChoose(chosen);
    focusGroup(group, step);
  };
  return (
    <div
      class="choice-group"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={hint ? `${id}-hint` : undefined}
      onKeyDown={onKeyDown}
    >
      <div class="asked">
        <span id={`${id}-label`} class="label">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} class="soft">
            {hint}
          </span>
        )}
      </div>
      <div class={isUpright ? 'choices upright' : 'choices'}>
        {options.map(([each, words, about]) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name={id}
              checked={each === value}
              aria-labelledby={about && `${id}-${each}`}
              aria-describedby={about && `${id}-${each}-about`}
              onChange={() => onChoose(each)}
            />
            {about ? (
              <>
                <span id={`${id}-${each}`} class="words">
                  {words}
                </span>
                <span id={`${id}-${each}-about`}>{about}</span>
              </>
            ) : (
              words
            )}
          </label>
        ))}
      </div>
    </div>
  );
}

/** Goes to the group so many steps further among those in sight; nowhere at either end. */
function focusGroup(from: HTMLElement, step: number): void {
  const groups = [...document.querySelectorAll<HTMLElement>('.choice-group')].filter(one =>
    one.checkVisibility(),
  );
  const radios = groups[groups.indexOf(from) + step]?.querySelectorAll<HTMLInputElement>('input');
  const next = [...(radios ?? [])].find(({ checked }) => checked) ?? radios?.[0];
  next?.focus();
}
