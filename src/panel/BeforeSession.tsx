import { useEffect, useState } from 'preact/hooks';
import type { SessionPlan } from '../app/sessions';
import { followCallTab } from '../browser/call-tab';
import { t } from '../browser/i18n';
import { worryAbout } from '../domain/client-code';
import { isRefusal } from '../domain/refusal';
import { CHECKLISTS } from '../library/checklists';
import { LockNow } from '../ui/LockNow';
import { TextField } from '../ui/TextField';
import { CODE_WORRIES } from '../ui/words';

/** Minutes. */
const LENGTHS = [15, 20, 25, 30, 40, 45, 50, 55, 60, 75, 80, 90, 120];
const USUAL_LENGTH = 50;

interface BeforeSessionProps {
  onStart: (plan: SessionPlan) => Promise<object>;
  onLock: () => void;
}

export function BeforeSession({ onStart, onLock }: BeforeSessionProps) {
  const [client, setClient] = useState('');
  const [checklist, setChecklist] = useState(CHECKLISTS[0].id);
  const [planned, setPlanned] = useState(USUAL_LENGTH);
  const [problem, setProblem] = useState<string | null>(null);
  const worry = worryAbout(client);

  const start = async (event: Event) => {
    event.preventDefault();
    const { id, version } = CHECKLISTS.find(one => one.id === checklist) ?? CHECKLISTS[0];
    setProblem(null);
    try {
      const started = await onStart({ client: client.trim() || null, checklist: { id, version }, planned });
      if (isRefusal(started)) setProblem(t('alreadyLive'));
    } catch {
      setProblem(t('startFailed'));
    }
  };

  return (
    <main class="panel stack">
      <h1>{t('beforeTitle')}</h1>
      <PlatformLine />
      <form class="stack" onSubmit={start}>
        <TextField label={t('clientCode')} value={client} onInput={setClient} hint={t('clientCodeHint')}>
          <div role="status">{worry && <p class="notice">{t(CODE_WORRIES[worry])}</p>}</div>
        </TextField>
        <div class="field">
          <label for="checklist">{t('checklist')}</label>
          <select
            id="checklist"
            value={checklist}
            onChange={event => setChecklist(event.currentTarget.value)}
          >
            {CHECKLISTS.map(one => (
              <option key={one.id} value={one.id}>
                {one.checklist.title}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="planned">{t('plannedLength')}</label>
          <select
            id="planned"
            value={planned}
            onChange={event => setPlanned(Number(event.currentTarget.value))}
          >
            {LENGTHS.map(length => (
              <option key={length} value={length}>
                {t('minutes', length)}
              </option>
            ))}
          </select>
        </div>
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
        <button type="submit" class="main start">
          {t('startSession')}
        </button>
      </form>
      <p class="soft">{t('nothingTouched')}</p>
      <LockNow onLock={onLock} />
    </main>
  );
}

function PlatformLine() {
  const [name, setName] = useState<string | null>(null);
  useEffect(
    () =>
      followCallTab(async url => {
        if (url === null) return setName(null);
        const { recognisePlatform } = await import('../library/platforms');
        setName(recognisePlatform(url)?.name ?? null);
      }),
    [],
  );
  return <p role="status">{name && t('beside', name)}</p>;
}
