import { useMemo, useState } from 'preact/hooks';
import type { Owed } from '../app/follow-ups';
import type { LiveSession, Outcome } from '../app/live-session';
import { followSetting, NO_CLIENT_SETTING, OWN_WORDS_SETTING } from '../app/preferences';
import type { OpenVault } from '../app/vault-access';
import type { World } from '../app/world';
import { type MessageKey, t } from '../browser/i18n';
import type { Command } from '../domain/decide';
import { stillOpen } from '../domain/follow-up';
import { liveList, offersOf } from '../domain/live-list';
import { phaseAt } from '../domain/phase';
import { isRefusal, type Refusal } from '../domain/refusal';
import { isPaused } from '../domain/session';
import { CHECKLISTS, getBehaviour, getChecklist } from '../library/checklists';
import { useBeforeLocking } from '../ui/before-locking';
import { LockNow } from '../ui/LockNow';
import { liveKeys } from '../ui/live-keys';
import { useFollowed } from '../ui/use-followed';
import { useKeys } from '../ui/use-keys';
import { useMinute } from '../ui/use-minute';
import { describeAct } from './describe-act';
import { FollowUps } from './FollowUps';
import { LiveChecklist } from './LiveChecklist';
import { Moments } from './Moments';
import { NoteField } from './NoteField';
import { NoteHelp } from './NoteHelp';
import { Offers } from './Offers';
import { OpenStrip } from './OpenStrip';
import { PhaseChoice } from './PhaseChoice';
import { SessionClockLine } from './SessionClockLine';
import { useLastTime } from './use-last-time';
import { WaitingNotice } from './WaitingNotice';

interface LiveViewProps {
  live: LiveSession;
  vault: OpenVault;
  world: World;
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
export function LiveView({ live, vault, world, isHidden, onHide, onSetAside, onLock }: LiveViewProps) {
  const { session, damaged } = live.reading.value;
  const minute = useMinute(live);
  const [said, say] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const checklist = (session && getChecklist(session.checklist)) ?? CHECKLISTS[0].checklist;

  const tell = async (done: Promise<Outcome>) => {
    const standing = live.reading.value.session;
    try {
      const outcome = await done;
      if (isRefusal(outcome)) say(t(REFUSALS[outcome.refused]));
      else say(outcome.map(event => describeAct(event, standing, checklist)).join(' '));
      return !isRefusal(outcome);
    } catch {
      say(t('notSaved'));
      return false;
    }
  };
  const dispatch = (command: Command) => tell(live.dispatch(command));

  const ownWords = useFollowed(on => followSetting(vault, OWN_WORDS_SETTING, on), OWN_WORDS_SETTING.usual, [
    vault,
  ]);
  const noClient = useFollowed<boolean | null>(on => followSetting(vault, NO_CLIENT_SETTING, on), null, [
    vault,
  ]);
  const carried = useLastTime(vault, session?.client ?? null).owed;
  const close = async (owed: Owed, how: 'kept' | 'let-go') => {
    if (owed.session === live.id) return dispatch({ do: 'close-follow-up', of: owed.followUp.seq, how });
    const isDone = await tell(
      import('../app/close-carried').then(({ closeCarried }) => closeCarried(vault, world, live, owed, how)),
    );
    if (isDone && how === 'kept') say(t('saidCarriedKept'));
    return isDone;
  };

  useBeforeLocking(() => live.settle());

  const keys = useMemo(() => {
    if (isHidden) return {};
    const shared = liveKeys({
      checklist,
      getSession: () => live.reading.value.session,
      isWaiting: behaviour =>
        live.waiting.value.some(
          ({ act: { command } }) => 'behaviour' in command && command.behaviour === behaviour,
        ),
      onCommand: command => void dispatch(command),
      where: document,
      onStays: behaviour => say(t('saidStays', getBehaviour(checklist, behaviour)?.label ?? behaviour)),
    });
    return { ...shared, n: () => document.getElementById('note')?.focus(), h: onHide };
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

  const phase = phaseAt(minute, session);
  const isInterrupted = isPaused(session);
  const rows = {
    checklist,
    ownWords,
    marks: session.marks,
    waiting: live.waiting.value,
    open,
    onAbout: (id: string) => setOpen(open.symmetricDifference(new Set([id]))),
    onCommand: (command: Command) => void dispatch(command),
  };
  const leading = liveList(checklist, phase, session).map(({ behaviour }) => behaviour);
  const offers = offersOf(session);
  const inFront = new Set(leading.map(({ id }) => id));
  const offered = new Set(offers.flatMap(({ behaviours }) => behaviours));
  const own = stillOpen(session.followUps).map(followUp => ({
    session: live.id,
    day: session.day,
    client: session.client,
    followUp,
  }));
  return (
    <main class="panel live">
      <h1 class="visually-hidden">{t('liveTitle')}</h1>
      <header class="stack">
        <SessionClockLine minute={minute} planned={session.planned} client={session.client} />
        <PhaseChoice
          phase={phase}
          onChoose={chosen => void dispatch({ do: 'choose-phase', phase: chosen })}
        />
        {isInterrupted && (
          <div class="notice row interrupted">
            <span>{t('callPaused')}</span>
            <button type="button" onClick={() => void dispatch({ do: 'resume' })}>
              {t('resumeCall')}
            </button>
          </div>
        )}
        {session.intention && (
          <p class="soft">
            <bdi>{session.intention}</bdi>
          </p>
        )}
      </header>
      <WaitingNotice waiting={live.waiting.value} onTryAgain={() => live.tryAgain()} />
      {damaged.length > 0 && (
        <p role="alert" class="notice">
          {t('sessionPartlyDamaged')}
        </p>
      )}
      <LiveChecklist {...rows} leading={leading} forward={session} elsewhere={offered} />
      <Moments
        moments={session.moments}
        onMark={kind => void dispatch({ do: 'mark-moment', kind })}
        onWords={(moment, words) => dispatch({ do: 'word-moment', moment, words })}
      >
        <Offers {...rows} offers={offers} inFront={inFront} />
      </Moments>
      <FollowUps
        owed={[...carried, ...own]}
        here={live.id}
        onPromise={(words, due) => dispatch({ do: 'promise', words, due })}
        onClose={(owed, how) => void close(owed, how)}
      />
      {(noClient === false || live.note.text.value !== '') && (
        <NoteField note={live.note}>
          <NoteHelp vault={vault} live={live} day={session.day} client={session.client} />
        </NoteField>
      )}
      <div class="row quiet">
        {!isInterrupted && (
          <button type="button" class="link" onClick={() => void dispatch({ do: 'pause' })}>
            {t('pauseCall')}
          </button>
        )}
        <LockNow onLock={onLock} />
      </div>
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
          <OpenStrip vault={vault} />
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
