import type { ChecklistRef } from './checklist';
import type { PhaseChoice } from './phase';
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

/** What can be taken back: every mark, moment and choice of phase. Words have the undo of their field. */
export type Act = Exclude<SessionEvent, { type: (typeof NO_ACTS)[number] }>;
const NO_ACTS = ['started', 'moment-worded', 'note-written', 'undone', 'ended'] as const;

/** One session as its log tells it. `ended` is the minute of the end, null while the session is live. */
export interface Session {
  readonly day: string;
  readonly client: string | null;
  readonly checklist: ChecklistRef;
  /** Minutes. */
  readonly planned: number;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly moments: readonly Moment[];
  readonly phaseChoices: readonly PhaseChoice[];
  readonly note: Note | null;
  readonly ended: number | null;
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
  const phaseChoices: PhaseChoice[] = [];
  const acts: { seq: number; act: Act }[] = [];
  let note: Note | null = null;
  let ended: number | null = null;
  let latestMinute = 0;

  for (const { seq, event } of log) {
    if (event.type === 'started') continue;
    latestMinute = Math.max(latestMinute, event.minute);
    if (undone.has(seq)) continue;
    if (isAct(event)) acts.push({ seq, act: event });

    switch (event.type) {
      case 'ticked':
      case 'missed':
        marks.set(event.behaviour, { is: event.type, minute: event.minute, seq });
        break;
      case 'unticked':
      case 'unmissed':
        marks.delete(event.behaviour);
        break;
      case 'phase-chosen':
        phaseChoices.push({ phase: event.phase, minute: event.minute });
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
      case 'ended':
        ended = event.minute;
        break;
    }
  }

  const { day, client, checklist, planned } = start;
  return {
    day,
    client,
    checklist,
    planned,
    marks,
    moments: [...moments.values()],
    phaseChoices,
    note,
    ended,
    acts,
    latestMinute,
  };
}

function isAct(event: SessionEvent): event is Act {
  return !NO_ACTS.some(type => type === event.type);
}
