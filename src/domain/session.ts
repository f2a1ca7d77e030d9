import type { ChecklistRef } from './checklist';
import { type FollowUp, followUpsAfter, NAME_THE_STRAIN } from './follow-up';
import type { PhaseChoice, PhaseShares } from './phase';
import { foldReview, type Review } from './review';
import { foldSelfAudit, type SelfAudit } from './self-audit';
import type { LoggedEvent, MomentKind, SessionEvent, StartedEvent } from './session-event';

/** The live mark of a behaviour and the minute it was made. Ticking takes *missed* back, and the other way round. */
export interface Mark {
  readonly is: 'ticked' | 'missed';
  readonly minute: number;
  /** The place of its event in the log. */
  readonly seq: number;
}

/** A marked minute. `seq` is the place of its event in the log and names the moment. */
export interface Moment {
  readonly seq: number;
  readonly kind: MomentKind;
  readonly minute: number;
  readonly words: string;
}

/** The private process note, with the minute of the session in which it was begun. */
export interface Note {
  readonly text: string;
  readonly minute: number;
}

/** What undo takes back: marks, moments, choices of phase, and what became of promises. Words have the undo of their field. */
export type Act = Extract<SessionEvent, { type: (typeof ACTS)[number] }>;
const ACTS = [
  'ticked',
  'unticked',
  'missed',
  'unmissed',
  'phase-chosen',
  'moment-marked',
  'promised',
  'follow-up-closed',
] as const;

/** The call was interrupted in this minute, or went on. The time in between counts for nothing. */
export interface Pause {
  readonly minute: number;
  readonly isOver: boolean;
  readonly seq: number;
}

/** One session as its log tells it. `ended` is the minute of the end, null while the session is live. */
export interface Session {
  readonly day: string;
  readonly client: string | null;
  readonly checklist: ChecklistRef;
  /** Minutes. */
  readonly planned: number;
  readonly shares: PhaseShares | null;
  readonly intention: string;
  readonly focus: readonly string[];
  readonly lead: readonly string[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly moments: readonly Moment[];
  readonly phaseChoices: readonly (PhaseChoice & { readonly seq: number })[];
  readonly note: Note | null;
  readonly pauses: readonly Pause[];
  readonly followUps: readonly FollowUp[];
  /** One line for next time. */
  readonly closingLine: string;
  readonly tags: readonly string[];
  readonly ended: number | null;
  /** The place of the end in the log. */
  readonly endedAt: number | null;
  readonly review: Review;
  readonly audit: SelfAudit;
  /** The acts that stand, oldest first; undo takes back the last one. */
  readonly acts: readonly { readonly seq: number; readonly act: Act }[];
  /** The latest minute any event speaks of; the session's time never runs behind it. */
  readonly latestMinute: number;
}

/**
 * Tells a session from its log, oldest event first. Gaps are allowed: what a missing event would have said is
 * simply not told.
 * @returns null when the log does not hold its beginning.
 */
export function foldSession(log: readonly LoggedEvent[]): Session | null {
  const start = log.find(({ event }) => event.type === 'started')?.event as StartedEvent | undefined;
  if (!start) return null;

  const undone = new Set(log.map(({ event }) => (event.type === 'undone' ? event.of : -1)));
  const marks = new Map<string, Mark>();
  const moments = new Map<number, Moment>();
  const phaseChoices: Session['phaseChoices'][number][] = [];
  const pauses: Pause[] = [];
  let followUps: readonly FollowUp[] = [];
  let closingLine = '';
  let tags: readonly string[] = [];
  let client = start.client;
  const acts: { seq: number; act: Act }[] = [];
  let note: Note | null = null;
  let ended: number | null = null;
  let endedAt: number | null = null;
  let latestMinute = 0;

  for (const { seq, event } of log) {
    if (event.type === 'started') continue;
    latestMinute = Math.max(latestMinute, event.minute);
    if (undone.has(seq)) continue;
    if (isAct(event)) acts.push({ seq, act: event });
    followUps = followUpsAfter(followUps, { seq, event });

    switch (event.type) {
      case 'ticked':
      case 'missed':
        marks.set(event.behaviour, { is: event.type, minute: event.minute, seq });
        break;
      case 'unticked':
      case 'unmissed': {
        const opener = event.behaviour === NAME_THE_STRAIN ? marks.get(event.behaviour)?.seq : undefined;
        followUps = followUps.filter(one => one.seq !== opener);
        marks.delete(event.behaviour);
        break;
      }
      case 'phase-chosen':
        phaseChoices.push({ phase: event.phase, minute: event.minute, seq });
        break;
      case 'moment-marked':
        moments.set(seq, { seq, kind: event.kind, minute: event.minute, words: '' });
        break;
      case 'moment-worded': {
        const moment = moments.get(event.moment);
        if (moment) moments.set(event.moment, { ...moment, words: event.words });
        break;
      }
      case 'note-written':
        note = event.text === '' ? null : { text: event.text, minute: event.minute };
        break;
      case 'paused':
        pauses.push({ minute: event.minute, isOver: false, seq });
        break;
      case 'resumed':
        pauses.push({ minute: event.minute, isOver: true, seq });
        break;
      case 'closing-line-written':
        closingLine = event.words;
        break;
      case 'tagged':
        tags = event.tags;
        break;
      case 'client-renamed':
        client = event.client;
        break;
      case 'ended':
        ended = event.minute;
        endedAt = seq;
        break;
    }
  }

  const standing = log.filter(({ seq }) => !undone.has(seq));
  const { day, checklist, planned } = start;
  return {
    day,
    client,
    checklist,
    planned,
    shares: start.shares ?? null,
    intention: start.intention ?? '',
    focus: start.focus ?? [],
    lead: start.lead ?? [],
    marks,
    moments: [...moments.values()],
    phaseChoices,
    note,
    pauses,
    followUps,
    closingLine,
    tags,
    ended,
    endedAt,
    review: foldReview(standing),
    audit: foldSelfAudit(standing),
    acts,
    latestMinute,
  };
}

function isAct(event: SessionEvent): event is Act {
  return ACTS.some(type => type === event.type);
}

/** Whether the session is interrupted right now. */
export function isPaused({ pauses }: Session): boolean {
  return pauses.at(-1)?.isOver === false;
}
