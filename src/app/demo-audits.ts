import { chance } from '../domain/chance';
import { keyedCore } from '../domain/checklist';
import { NAME_THE_STRAIN } from '../domain/follow-up';
import { foldSession, type Session } from '../domain/session';
import type { LoggedEvent, Rating, SessionEvent } from '../domain/session-event';
import { CHECKLISTS } from '../library/checklists';
import { DEMO_COMMENTS, DEMO_KEEP, DEMO_TRY } from './demo-sentences';

const CORE = keyedCore(CHECKLISTS[0].checklist).map(({ behaviour }) => behaviour.id);

/** What the made-up therapist works on. */
export const DEMO_FOCUS = ['say-how-today-works', 'reflect-before-fixing'] as const;

/** Half steps of each behaviour of the core: where it begins, and what it gains until the last session. */
const HABITS: readonly (readonly [from: number, gain: number])[] = [
  [0, 5],
  [3, 1],
  [1, 3],
  [0, 4],
  [0, 4],
  [0, 2],
  [-1, 3],
  [2, 2],
];
/** How many half steps chance may add. */
const SPREAD = 2;

/**
 * A made-up session as its own therapist has audited it: the core against its anchors, from what was marked in it and a
 * little better from session to session, with one thing to keep and one to try. It says nothing that the marks gainsay, and
 * the same session is always audited the same.
 * @param events those of a session that has ended. The audit comes before its sign-off.
 * @param number from 0, the oldest, up to `count`, not including it.
 */
export function withAudit(events: readonly SessionEvent[], number: number, count: number): SessionEvent[] {
  const session = foldSession(logOf(events));
  if (!session || session.ended === null) throw new Error('Only a session that has ended is audited.');
  const draw = chance(Math.imul(number + 1, 0x27d4eb2f));
  const minute = session.ended;
  const rated = CORE.map((behaviour, index): SessionEvent => {
    const [from, gain] = HABITS[index] ?? [1, 2];
    const steps = from + (gain * number) / count + draw(SPREAD + 1);
    const rating = ratingOf(session, behaviour, Math.round(steps / 2), draw(12));
    return { type: 'rated', minute, behaviour, rating, evidence: evidenceOf(session, behaviour, rating) };
  });
  const audit: SessionEvent[] = [
    ...rated,
    { type: 'audit-line-written', minute, which: 'keep', words: pick(DEMO_KEEP, draw) },
    { type: 'audit-line-written', minute, which: 'try', words: pick(DEMO_TRY, draw) },
    { type: 'audited', minute, day: session.day },
  ];
  const at = events.findIndex(({ type }) => type === 'signed-off');
  return at < 0 ? [...events, ...audit] : [...events.slice(0, at), ...audit, ...events.slice(at)];
}

/** What a supervisor, who saw neither ratings nor note, says of an audited session: much the same, one thing far apart. */
export function demoSecondRating(
  session: Session,
): Pick<Extract<SessionEvent, { type: 'second-rated' }>, 'ratings' | 'comments'> {
  const noted = session.moments.find(({ kind }) => kind === 'strain') ?? session.moments[0];
  const ratings = CORE.map((behaviour, index) => [
    behaviour,
    otherRating(session.audit.ratings.get(behaviour)?.rating ?? 'cant-tell', index),
  ]);
  return {
    ratings: Object.fromEntries(ratings),
    comments: [
      ...(noted ? [{ moment: noted.seq, text: DEMO_COMMENTS[0] ?? '' }] : []),
      { moment: null, text: DEMO_COMMENTS[1] ?? '' },
    ],
  };
}

/** The events with their places. */
export function logOf(events: readonly SessionEvent[]): LoggedEvent[] {
  return events.map((event, seq) => ({ seq, event }));
}

function ratingOf(session: Session, behaviour: string, steps: number, luck: number): Rating {
  const number = Math.max(0, Math.min(3, steps)) as 0 | 1 | 2 | 3;
  const mark = session.marks.get(behaviour);
  if (mark?.is === 'ticked') return number === 0 ? 1 : number;
  if (mark?.is === 'missed') return number === 0 ? 0 : 1;
  if (DEMO_FOCUS.some(one => one === behaviour)) return number;
  const hadStrain = session.moments.some(({ kind }) => kind === 'strain');
  if (behaviour === NAME_THE_STRAIN && !hadStrain) return 'not-called-for';
  if (luck < 3) return 'not-called-for';
  return luck === 3 ? 'cant-tell' : number;
}

function evidenceOf({ moments, marks }: Session, behaviour: string, rating: Rating) {
  if (typeof rating !== 'number') return null;
  const [moment] = moments;
  if (moment && (behaviour === NAME_THE_STRAIN || behaviour === 'check-in-on-tenseness'))
    return { moment: moment.seq };
  return marks.has(behaviour) ? null : { line: 'From memory, the same evening.' };
}

function otherRating(own: Rating, index: number): Rating {
  if (typeof own !== 'number') return own;
  const apart = index === 4 ? 2 : index % 3 === 2 ? 1 : 0;
  return (own >= apart ? own - apart : own + apart) as 0 | 1 | 2 | 3;
}

function pick(all: readonly string[], draw: (below: number) => number): string {
  return all[draw(all.length)] ?? '';
}
