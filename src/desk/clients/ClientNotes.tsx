import { useState } from 'preact/hooks';
import { type ClientNote, readClientNotes } from '../../app/client-notes';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import type { Client } from '../../domain/clients';
import { dayWords } from '../../ui/words';

/** Every note and reflection of a client, one after the other; read once they are asked for. */
export function ClientNotes({ vault, client }: { vault: OpenVault; client: Client }) {
  const [notes, setNotes] = useState<readonly ClientNote[] | null>(null);
  const [problem, setProblem] = useState(false);
  const load = async () => {
    setProblem(false);
    try {
      setNotes(await readClientNotes(vault, client));
    } catch {
      setProblem(true);
    }
  };
  return (
    <section class="stack" aria-labelledby="client-notes">
      <h2 id="client-notes">{t('notesTitle')}</h2>
      <details onToggle={event => event.currentTarget.open && void load()}>
        <summary>{t('notesInOrder')}</summary>
        <div class="stack full">
          {notes?.length === 0 && <p class="soft">{t('noNotesYet')}</p>}
          {notes?.map(({ id, day, note, reflection, amendments }) => (
            <article key={id} class="card stack" aria-label={dayWords(day)}>
              <h3>{dayWords(day)}</h3>
              {note !== '' && (
                <p class="as-typed" dir="auto">
                  {note}
                </p>
              )}
              {[reflection, ...amendments].map(
                (text, index) =>
                  text !== '' && (
                    <div key={index === 0 ? 'reflection' : text}>
                      <h4>{t(index === 0 ? 'reflection' : 'amendmentTitle')}</h4>
                      <p class="as-typed" dir="auto">
                        {text}
                      </p>
                    </div>
                  ),
              )}
            </article>
          ))}
          {problem && (
            <p role="alert" class="notice">
              {t('notesNotRead')}
            </p>
          )}
        </div>
      </details>
    </section>
  );
}
