import { useId, useState } from 'preact/hooks';
import {
  beginNewSupervisionLog,
  followSupervisionLog,
  removeSupervisionEntry,
  type SupervisionEntry,
  saveSupervisionEntry,
} from '../../app/supervision-log';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { DamagedNotice } from '../../ui/DamagedNotice';
import { useKept } from '../../ui/use-kept';
import { dayWords } from '../../ui/words';
import { hoursWords } from './hours-words';
import { LogEntryForm } from './LogEntryForm';

/** What was talked about with a supervisor, for how long, and what was agreed. Printable. */
export function SupervisionLog({ vault, world }: { vault: OpenVault; world: World }) {
  const id = useId();
  const { value: log, isDamaged } = useKept<readonly SupervisionEntry[]>(
    tell => followSupervisionLog(vault, tell),
    [],
    [vault],
  );
  const empty = (): SupervisionEntry => ({
    id: world.newId(),
    day: world.today(),
    minutes: 60,
    discussed: '',
    agreed: '',
  });
  const [draft, setDraft] = useState<SupervisionEntry>(empty);
  const [hasFailed, setFailed] = useState(false);
  const [told, setTold] = useState('');
  const isKnown = log.some(one => one.id === draft.id);
  const act = async (what: Promise<void>, done: string) => {
    setFailed(false);
    setTold('');
    try {
      await what;
      setTold(done);
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  };
  const save = async (entry: SupervisionEntry) => {
    if (await act(saveSupervisionEntry(vault, entry), t('logSaved'))) setDraft(empty());
  };
  const total = log.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <section class="wide-stack" aria-labelledby={id}>
      <div class="row spread">
        <h2 id={id} tabIndex={-1}>
          {t('supervisionLog')}
        </h2>
        {log.length > 0 && (
          <button type="button" class="no-print" onClick={() => print()}>
            {t('print')}
          </button>
        )}
      </div>
      {isDamaged ? (
        <DamagedNotice what={t('supervisionLog')} onBeginNew={() => beginNewSupervisionLog(vault)} />
      ) : (
        <LogEntryForm
          key={draft.id}
          entry={draft}
          isKnown={isKnown}
          onSave={save}
          onCancel={() => setDraft(empty())}
        />
      )}
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
      <p role="status" class="no-print">
        {told}
      </p>
      {log.length === 0 ? (
        !isDamaged && <p class="soft">{t('logEmpty')}</p>
      ) : (
        <>
          <p>{t('logTotal', log.length, hoursWords(total))}</p>
          <ul class="plain stack">
            {log.map(entry => (
              <li key={entry.id} class="card stack">
                <h3>
                  {dayWords(entry.day)} · {hoursWords(entry.minutes)}
                </h3>
                <Told title={t('logDiscussed')} words={entry.discussed} />
                <Told title={t('logAgreed')} words={entry.agreed} />
                <div class="row no-print">
                  <button type="button" onClick={() => setDraft(entry)}>
                    {t('logChange', dayWords(entry.day))}
                  </button>
                  <button
                    type="button"
                    onClick={() => void act(removeSupervisionEntry(vault, entry.id), t('logRemoved'))}
                  >
                    {t('logRemove', dayWords(entry.day))}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Told({ title, words }: { title: string; words: string }) {
  if (words === '') return null;
  return (
    <div class="log-facts">
      <span class="soft">{title}</span>
      <p class="as-typed" dir="auto">
        {words}
      </p>
    </div>
  );
}
