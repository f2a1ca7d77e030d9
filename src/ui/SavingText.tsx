import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../browser/i18n';
import { PRIVATE_FIELD } from './private-field';

const STATE_WORDS = {
  saved: 'noteSaved',
  saving: 'noteSaving',
  refused: 'noteRefused',
} satisfies Record<string, MessageKey>;

interface SavingTextProps {
  id: string;
  label: string;
  hint: string;
  text: string;
  state: keyof typeof STATE_WORDS;
  /** Whether an earlier state of the text could not be read. */
  hasDamage: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
  children?: ComponentChildren;
}

/** A text that saves itself as it grows; words another page adds appear without moving the caret. */
export function SavingText({
  id,
  label,
  hint,
  text,
  state,
  hasDamage,
  onType,
  onLeave,
  children,
}: SavingTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const area = field.current;
    if (!area || area.value === text) return;
    const caret = caretAfter(area.value, text, area.selectionStart);
    area.value = text;
    if (document.activeElement === area) area.setSelectionRange(caret, caret);
  }, [text]);

  return (
    <section class={`field ${id}`}>
      <label for={id}>{label}</label>
      <textarea
        {...PRIVATE_FIELD}
        id={id}
        ref={field}
        dir="auto"
        aria-describedby={`${id}-state`}
        onInput={event => onType(event.currentTarget.value)}
        onBlur={onLeave}
      />
      {children}
      <p id={`${id}-state`} class="soft" role={state === 'refused' ? 'alert' : undefined}>
        {text === '' && state === 'saved' ? hint : t(STATE_WORDS[state])}
      </p>
      {hasDamage && (
        <p role="alert" class="notice">
          {t('noteDamaged')}
        </p>
      )}
    </section>
  );
}

/** Where the caret belongs once the text changed around it: behind the same words as before. */
function caretAfter(before: string, after: string, caret: number): number {
  const stays = before.slice(0, caret);
  if (after.startsWith(stays)) return caret;
  return Math.max(0, caret + after.length - before.length);
}
