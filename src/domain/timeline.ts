import type { LivePhase } from './checklist';
import type { FollowUp } from './follow-up';
import { type PhaseBand, phaseAt, phaseBands } from './phase';
import type { Mark, Moment, Session } from './session';

/** One line of a session's story. Several lines may share a minute; they then stand in the order they happened. */
export type TimelineEntry =
  | { readonly is: 'phase'; readonly minute: number; readonly phase: LivePhase }
  | { readonly is: Mark['is']; readonly minute: number; readonly behaviour: string }
  | { readonly is: 'moment'; readonly minute: number; readonly moment: Moment }
  | { readonly is: 'paused' | 'resumed'; readonly minute: number }
  | { readonly is: 'promise'; readonly minute: number; readonly followUp: FollowUp }
  | { readonly is: 'note'; readonly minute: number; readonly text: string }
  | { readonly is: 'ended'; readonly minute: number };

/** A strain and the repair that answered it: two of the entries. */
export interface MendedStrain {
  readonly strain: TimelineEntry;
  readonly repair: TimelineEntry;
}

/** A session laid along its minutes. `length` is at least 1, so that a picture of it has a width. */
export interface Timeline {
  readonly length: number;
  readonly bands: readonly PhaseBand[];
  readonly entries: readonly TimelineEntry[];
  readonly mended: readonly MendedStrain[];
}

interface Placed {
  readonly entry: TimelineEntry;
  readonly place: number;
}

/** Within a minute: a phase begins by time, then acts in the order of the log, then the note, and the end is last. */
const BEFORE_ACTS = -1;
const AFTER_ACTS = Number.MAX_SAFE_INTEGER;

/**
 * Lays a session along its minutes.
 * @param now minutes into the session; counts only while it is live.
 */
export function layTimeline(session: Session, now: number): Timeline {
  const length = Math.max(1, session.ended ?? Math.max(now, session.latestMinute));
  const bands = phaseBands(length, session);
  const placed: Placed[] = [
    ...layPhases(bands, session),
    ...[...session.marks].map(([behaviour, { is, minute, seq }]) => place({ is, minute, behaviour }, seq)),
    ...session.moments.map(moment => place({ is: 'moment', minute: moment.minute, moment }, moment.seq)),
  ];
  for (const followUp of session.followUps) {
    const { kind, minute, seq } = followUp;
    if (kind === 'promise') placed.push(place({ is: 'promise', minute, followUp }, seq));
  }
  for (const { minute, isOver, seq } of session.pauses) {
    placed.push(place({ is: isOver ? 'resumed' : 'paused', minute }, seq));
  }
  if (session.note) placed.push(place({ is: 'note', ...session.note }, AFTER_ACTS));
  if (session.ended !== null) placed.push(place({ is: 'ended', minute: session.ended }, AFTER_ACTS));
  // Sorting is stable, so the end stays behind a note of the same minute.
  placed.sort((one, other) => one.entry.minute - other.entry.minute || one.place - other.place);
  const entries = placed.map(({ entry }) => entry);
  const entryAt = (seq: number | undefined) => placed.find(each => each.place === seq)?.entry;
  const mended = session.followUps.flatMap(({ kind, seq, closed }) => {
    const [strain, repair] = [entryAt(seq), closed?.how === 'repaired' ? entryAt(closed.seq) : undefined];
    return kind === 'repair' && strain && repair ? [{ strain, repair }] : [];
  });
  return { length, bands, entries, mended };
}

/** Every phase that began, also one that lasted no whole minute and so has no band. */
function layPhases(bands: readonly PhaseBand[], { phaseChoices, ...plan }: Session): Placed[] {
  const chosenIn = new Set(phaseChoices.map(({ minute }) => minute));
  const begun = [
    { phase: phaseAt(0, { ...plan, phaseChoices: [] }), minute: 0, seq: BEFORE_ACTS },
    ...bands.flatMap(({ phase, from: minute }) =>
      minute === 0 || chosenIn.has(minute) ? [] : [{ phase, minute, seq: BEFORE_ACTS }],
    ),
    ...phaseChoices,
  ];
  begun.sort((one, other) => one.minute - other.minute || one.seq - other.seq);
  return begun
    .filter(({ phase }, index) => phase !== begun[index - 1]?.phase)
    .map(({ phase, minute, seq }) => place({ is: 'phase', minute, phase }, seq));
}

function place(entry: TimelineEntry, at: number): Placed {
  return { entry, place: at };
}
