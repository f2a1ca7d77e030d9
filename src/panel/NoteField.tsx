import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DraftState, WordsDraft } from '../app/words-draft';
import { type MessageKey, t } from '../browser/i18n';
import { PRIVATE_FIELD } from '../ui/private-field';

const STATE_WORDS: Record<DraftState, MessageKey> = {
  saved: 'noteSaved',
  saving: 'noteSaving',
  refused: 'noteRefused',
};

/** The private process note. Saves itself as it grows; words another page adds appear without moving the caret. */
export function NoteField({ note }: { note: WordsDraft }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = note.text.value;
  const state = note.state.value;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area || area.value === text) return;
    const caret = caretAfter(area.value, text, area.selectionStart);
    area.value = text;
    if (document.activeElement === area) area.setSelectionRange(caret, caret);
  }, [text]);

  return (
    <section class="field note">
      <label for="note">{t('note')}</label>
      <textarea
        {...PRIVATE_FIELD}
        id="note"
        ref={field}
        dir="auto"
        aria-describedby="note-state"
        onInput={event => note.type(event.currentTarget.value)}
        onBlur={() => void note.flush()}
      />
      <p id="note-state" class="soft" role={state === 'refused' ? 'alert' : undefined}>
        {text === '' && state === 'saved' ? t('noteHint') : t(STATE_WORDS[state])}
      </p>
      {note.hasDamage.value && (
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
