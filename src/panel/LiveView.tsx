import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LiveSession, Outcome } from '../app/live-session';
import { type MessageKey, t } from '../browser/i18n';
import { keyedCore } from '../domain/checklist';
import type { Command } from '../domain/decide';
import { phaseAt } from '../domain/phase';
import { isRefusal, type Refusal } from '../domain/refusal';
import { MOMENT_KINDS } from '../domain/session-event';
import { CHECKLISTS, getChecklist } from '../library/checklists';
import { useBeforeLocking } from '../ui/before-locking';
import { LockNow } from '../ui/LockNow';
import { useKeys } from '../ui/use-keys';
import { describeAct } from './describe-act';
import { LiveChecklist } from './LiveChecklist';
import { Moments } from './Moments';
import { MOMENT_KEYS } from './moment-keys';
import { NoteField } from './NoteField';
import { PhaseChoice } from './PhaseChoice';
import { SessionClockLine } from './SessionClockLine';
import { WaitingNotice } from './WaitingNotice';

interface LiveViewProps {
  live: LiveSession;
  isHidden: boolean;
  onHide: () => void;
  /** Makes room for another session when this one cannot be read. */
  onSetAside: () => void;
  onLock: () => void;
}

const REFUSALS: Record<Refusal['refused'], MessageKey> = {
  'nothing-to-undo': 'nothingToUndo',
  'session-ended': 'sessionHasEnded',
  'already-live': 'alreadyLive',
  'moment-gone': 'momentGone',
  'session-damaged': 'liveDamaged',
  'session-erased': 'sessionErased',
  'follow-up-gone': 'followUpGone',
  'not-ended': 'notEnded',
  'not-signed-off': 'notSignedOff',
  'signed-off': 'alreadySignedOff',
};

/** The session of the moment: everything one can do in it, each by one tap or one key. */
export function LiveView({ live, isHidden, onHide, onSetAside, onLock }: LiveViewProps) {
  const { session, damaged } = live.reading.value;
  const minute = useMinute(live);
  const [said, say] = useState('');
  const checklist = (session && getChecklist(session.checklist)) ?? CHECKLISTS[0].checklist;

  const tell = async (done: Promise<Outcome>) => {
    const standing = live.reading.value.session;
    try {
      const outcome = await done;
      if (isRefusal(outcome)) say(t(REFUSALS[outcome.refused]));
      else say(outcome.map(event => describeAct(event, standing, checklist)).join(' '));
    } catch {
      say(t('notSaved'));
    }
  };
  const dispatch = (command: Command) => tell(live.dispatch(command));

  useBeforeLocking(() => live.settle());

  const keys = useMemo(() => {
    if (isHidden) return {};
    const toggle = (behaviour: string, mark: 'ticked' | 'missed') => {
      // A second press while the first is on its way to the disk would only ask for the same again.
      if (live.waiting.value.some(({ command }) => 'behaviour' in command && command.behaviour === behaviour))
        return;
      const stands = live.reading.value.session?.marks.get(behaviour)?.is === mark;
      const command = mark === 'ticked' ? (stands ? 'untick' : 'tick') : stands ? 'unmiss' : 'miss';
      void dispatch({ do: command, behaviour });
    };
    const digits = keyedCore(checklist).flatMap(({ key, behaviour: { id } }) => [
      [String(key), () => toggle(id, 'ticked')] as const,
      [`Shift+${key}`, () => toggle(id, 'missed')] as const,
    ]);
    const moments = MOMENT_KINDS.flatMap(kind => {
      const key = MOMENT_KEYS[kind];
      return key ? [[key, () => void dispatch({ do: 'mark-moment', kind })] as const] : [];
    });
    return {
      ...Object.fromEntries([...digits, ...moments]),
      n: () => document.getElementById('note')?.focus(),
      u: () => void dispatch({ do: 'undo' }),
      h: onHide,
    };
  }, [live, checklist, isHidden]);
  useKeys(keys);

  if (!session) {
    return (
      <main class="panel stack">
        <p role="alert" class="notice">
          {t('liveDamaged')}
        </p>
        <button type="button" onClick={onSetAside}>
          {t('setAside')}
        </button>
        <LockNow onLock={onLock} />
      </main>
    );
  }

  return (
    <main class="panel live">
      <h1 class="visually-hidden">{t('liveTitle')}</h1>
      <header class="stack">
        <SessionClockLine minute={minute} planned={session.planned} client={session.client} />
        <PhaseChoice
          phase={phaseAt(minute, session)}
          onChoose={phase => void dispatch({ do: 'choose-phase', phase })}
        />
      </header>
      <WaitingNotice waiting={live.waiting.value} onTryAgain={() => live.tryAgain()} />
      {damaged.length > 0 && (
        <p role="alert" class="notice">
          {t('sessionPartlyDamaged')}
        </p>
      )}
      <LiveChecklist
        checklist={checklist}
        phase={phaseAt(minute, session)}
        marks={session.marks}
        waiting={live.waiting.value}
        onCommand={command => void dispatch(command)}
      />
      <Moments
        moments={session.moments}
        onMark={kind => void dispatch({ do: 'mark-moment', kind })}
        onWords={(moment, words) => dispatch({ do: 'word-moment', moment, words })}
      />
      <NoteField note={live.note} />
      <LockNow onLock={onLock} />
      <footer class="acts">
        <p role="status" class="soft said">
          {said}
        </p>
        <div class="row">
          <button
            type="button"
            aria-keyshortcuts="u"
            disabled={session.acts.length === 0}
            onClick={() => void dispatch({ do: 'undo' })}
          >
            {t('undo')}
          </button>
          <button type="button" aria-keyshortcuts="h" onClick={onHide}>
            {t('hide')}
          </button>
          <button type="button" class="end" onClick={() => void tell(live.end())}>
            {t('endSession')}
          </button>
        </div>
      </footer>
    </main>
  );
}

/** The session's minute, looked at once a second and told when it changes. */
function useMinute(live: LiveSession): number {
  const [minute, setMinute] = useState(() => live.minute());
  useEffect(() => {
    setMinute(live.minute());
    const timer = setInterval(() => setMinute(live.minute()), 1_000);
    return () => clearInterval(timer);
  }, [live]);
  return minute;
}
