import { useId, useState } from 'preact/hooks';
import { type MessageKey, t } from '../browser/i18n';
import { dayWords } from './words';

interface LastNoteProps {
  /** Say `() => readLastNote(vault, client, session)`. Asked only when wanted. */
  find: () => Promise<{ readonly day: string; readonly text: string } | null>;
}

/** The last note with the same client, beside the new one and never in it. Only for sessions with a client code. */
export function LastNote({ find }: LastNoteProps) {
  const id = useId();
  const [note, setNote] = useState<Awaited<ReturnType<typeof find>>>(null);
  const [told, setTold] = useState<MessageKey | null>(null);
  const load = async () => {
    try {
      const found = await find();
      setNote(found);
      setTold(found ? null : 'lastNoteNone');
    } catch {
      setTold('lastNoteFailed');
    }
  };
  return (
    <div class="stack last-note">
      <div>
        <button
          type="button"
          aria-expanded={note !== null}
          onClick={() => (note ? setNote(null) : void load())}
        >
          {t(note ? 'lastNoteHide' : 'loadLastNote')}
        </button>
      </div>
      <p role="status" class="soft">
        {told && t(told)}
      </p>
      {note && (
        <section class="card stack" aria-labelledby={id}>
          <h3 id={id}>
            {t('lastNote')} <span class="soft">{dayWords(note.day)}</span>
          </h3>
          <p class="as-typed" dir="auto">
            {note.text}
          </p>
        </section>
      )}
    </div>
  );
}
