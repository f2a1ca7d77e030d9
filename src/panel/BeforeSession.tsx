import { useRef, useState } from 'preact/hooks';
import type { Owed } from '../app/follow-ups';
import {
  CLIENT_CONTEXT_SETTING,
  FOCUS_PERIOD_SETTING,
  FOCUS_SETTING,
  followSetting,
  NO_CLIENT_SETTING,
  PHASE_SHARES_SETTING,
  SETTLE_SETTING,
} from '../app/preferences';
import type { SessionPlan } from '../app/sessions';
import type { OpenVault } from '../app/vault-access';
import type { World } from '../app/world';
import { t } from '../browser/i18n';
import { worryAbout } from '../domain/client-code';
import { leadBy } from '../domain/client-context';
import { isRefusal } from '../domain/refusal';
import { CHECKLISTS, getBehaviour } from '../library/checklists';
import { LockNow } from '../ui/LockNow';
import { TextField } from '../ui/TextField';
import { useFollowed } from '../ui/use-followed';
import { CODE_WORRIES } from '../ui/words';
import { CallSite } from './CallSite';
import { ContextChips } from './ContextChips';
import { LastTimeRegion } from './LastTimeRegion';
import { Settle } from './Settle';
import { useContextChips } from './use-context-chips';
import { useLastTime } from './use-last-time';

/** Minutes. */
const LENGTHS = [5, 10, 15, 20, 25, 30, 40, 45, 50, 55, 60, 75, 80, 90, 120, 180, 240, 300];
const USUAL_LENGTH = 50;

interface BeforeSessionProps {
  vault: OpenVault;
  world: World;
  onStart: (plan: SessionPlan) => Promise<object>;
  onLock: () => void;
}

export function BeforeSession({ vault, world, onStart, onLock }: BeforeSessionProps) {
  const [client, setClient] = useState('');
  const codeField = useRef<HTMLInputElement>(null);
  const [checklist, setChecklist] = useState(CHECKLISTS[0].id);
  const [planned, setPlanned] = useState(USUAL_LENGTH);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSettling, setSettling] = useState(false);
  const [intention, setIntention] = useState('');
  // Null until it is known, if the browser reads it at all: nobody is to give a code where none is wanted.
  const noClient = useFollowed<boolean | null>(on => followSetting(vault, NO_CLIENT_SETTING, on), null, [
    vault,
  ]);
  const worry = worryAbout(client);
  const code = noClient === false ? client.trim() || null : null;
  const chosen = CHECKLISTS.find(one => one.id === checklist) ?? CHECKLISTS[0];

  const lastTime = useLastTime(vault, code);
  const focus = useFollowed(tell => followSetting(vault, FOCUS_SETTING, tell), FOCUS_SETTING.usual, [vault]);
  const period = useFollowed(
    tell => followSetting(vault, FOCUS_PERIOD_SETTING, tell),
    FOCUS_PERIOD_SETTING.usual,
    [vault],
  );
  const shares = useFollowed(
    tell => followSetting(vault, PHASE_SHARES_SETTING, tell),
    PHASE_SHARES_SETTING.usual,
    [vault],
  )[chosen.id];
  const settlesFirst = useFollowed(tell => followSetting(vault, SETTLE_SETTING, tell), SETTLE_SETTING.usual, [
    vault,
  ]);
  const wantsContext = useFollowed(
    tell => followSetting(vault, CLIENT_CONTEXT_SETTING, tell),
    CLIENT_CONTEXT_SETTING.usual,
    [vault],
  );
  const [chips, chooseChips] = useContextChips(vault, world, wantsContext ? code : null);

  const start = async () => {
    setProblem(null);
    const plan: SessionPlan = {
      client: code,
      checklist: { id: chosen.id, version: chosen.version },
      planned,
      ...(shares ? { shares } : {}),
      ...(intention.trim() ? { intention: intention.trim() } : {}),
      ...(focus.length > 0 ? { focus: [...focus] } : {}),
      ...(chips && chips.length > 0 ? { lead: [...leadBy(chips)] } : {}),
    };
    try {
      const started = await onStart(plan);
      if (isRefusal(started)) setProblem(t('alreadyLive'));
    } catch {
      setProblem(t('startFailed'));
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (settlesFirst) setSettling(true);
    else void start();
  };
  const close = async ({ session, followUp }: Owed, how: 'kept' | 'let-go') => {
    setProblem(null);
    const command = { do: 'close-follow-up', of: followUp.seq, how } as const;
    try {
      const { tellFollowUp } = await import('../app/follow-ups');
      const told = await tellFollowUp(vault, world, session, command);
      if (isRefusal(told)) setProblem(t('followUpGone'));
    } catch {
      setProblem(t('settingNotSaved'));
    }
  };

  const waiting = (
    <LastTimeRegion
      lastTime={lastTime}
      hasCode={code !== null}
      plans={period?.plans ?? {}}
      focus={focus.flatMap(id => getBehaviour(chosen.checklist, id) ?? [])}
      onClose={(owed, how) => void close(owed, how)}
    />
  );
  if (isSettling) {
    return (
      <Settle
        intention={intention}
        onIntention={setIntention}
        onStart={() => void start()}
        onBack={() => setSettling(false)}
      >
        {waiting}
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
      </Settle>
    );
  }

  return (
    <main class="panel stack">
      <h1>{t('beforeTitle')}</h1>
      <CallSite vault={vault} form="before-session" />
      <form id="before-session" class="stack" onSubmit={submit}>
        {noClient === null && <div class="room-for-code" />}
        {noClient === true && <p class="soft">{t('noClientMode')}</p>}
        {noClient === false && (
          <TextField
            label={t('clientCode')}
            value={client}
            onInput={setClient}
            hint={t('clientCodeHint')}
            inputRef={codeField}
          >
            <div role="status">
              {worry && <p class="notice">{t(CODE_WORRIES[worry])}</p>}
              {lastTime.alike && (
                <p>
                  {t('codeAlike', lastTime.alike)}{' '}
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      setClient(lastTime.alike ?? client);
                      // The button is gone with what it said.
                      codeField.current?.focus();
                    }}
                  >
                    {t('useCode', lastTime.alike)}
                  </button>
                </p>
              )}
            </div>
          </TextField>
        )}
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
        {wantsContext && chips && <ContextChips chosen={chips} onChoose={chooseChips} />}
        {waiting}
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
        <button type="submit" class="main start">
          {t(settlesFirst ? 'settleFirst' : 'startSession')}
        </button>
      </form>
      <p class="soft">{t('nothingTouched')}</p>
      <LockNow onLock={onLock} />
    </main>
  );
}
