import { wilsonInterval } from './agreement';
import type { Behaviour } from './checklist';
import type { Answer, Rating } from './session-event';
import type { SessionSummary } from './session-summary';

/** From how many sessions on anything is told of a behaviour; fewer say nothing about how one works. */
export const FEWEST_FOR_TRENDS = 4;

/** What was said of a behaviour in one session: its rating in the self-audit, else its answer in the review. */
export type Said = Rating | Answer;

/** A rating against an anchor, with the day of its session. */
export interface DatedRating {
  readonly day: string;
  readonly rating: 0 | 1 | 2 | 3;
}

/** How often, of how many; with the 95 % interval after Wilson, as shares from 0 to 1. */
export interface HowOften {
  readonly count: number;
  readonly of: number;
  readonly from: number;
  readonly to: number;
}

/** One behaviour over one's own sessions. Nothing adds one behaviour to another. */
export interface BehaviourTrend {
  readonly behaviour: Behaviour;
  /** In how many sessions anything was said of it. */
  readonly said: number;
  /** Oldest first. */
  readonly ratings: readonly DatedRating[];
  /** Of the sessions in which it is known whether it was called for; null when there are none. */
  readonly notCalledFor: HowOften | null;
}

/** What became of the strains of one session. What was neither repaired nor let go is carried. */
export interface Trail {
  readonly opened: number;
  readonly repaired: number;
  readonly carried: number;
  readonly letGo: number;
}

/** The sessions held with this checklist that were gone through or audited, oldest first; of one day in their order. */
export function lookedBackOn(
  known: readonly { readonly n: number; readonly summary: SessionSummary | null }[],
  checklist: string,
): readonly SessionSummary[] {
  return known
    .flatMap(({ n, summary }) => (summary && isLookedBackOn(summary, checklist) ? [{ n, summary }] : []))
    .sort((one, other) => compare(one.summary.day, other.summary.day) || one.n - other.n)
    .map(({ summary }) => summary);
}

function isLookedBackOn({ state, ratings, checklist }: SessionSummary, wanted: string): boolean {
  if (checklist.id !== wanted || state === 'live') return false;
  return state !== 'to-review' || ratings !== undefined;
}

/**
 * What was said of a behaviour in a session, null when nothing was. The review asks for the core in plain sight; of the
 * others, which it folds away, silence is not an answer.
 */
export function saidOf(
  { ratings, answers, state }: SessionSummary,
  { id, core }: Pick<Behaviour, 'id' | 'core'>,
): Said | null {
  const said = ratings?.[id] ?? answers?.[id];
  if (said !== undefined) return said;
  return core && (state === 'reviewed' || state === 'signed-off') ? 'not-called-for' : null;
}

/** Tells one behaviour from the sessions, which are to be given oldest first. */
export function trendOf(sessions: readonly SessionSummary[], behaviour: Behaviour): BehaviourTrend {
  const ratings: DatedRating[] = [];
  let said = 0;
  let notCalledFor = 0;
  let isKnown = 0;
  for (const session of sessions) {
    const one = saidOf(session, behaviour);
    if (one === null) continue;
    said += 1;
    if (one === 'cant-tell') continue;
    isKnown += 1;
    if (one === 'not-called-for') notCalledFor += 1;
    if (typeof one === 'number') ratings.push({ day: session.day, rating: one });
  }
  return { behaviour, said, ratings, notCalledFor: howOften(notCalledFor, isKnown) };
}

function howOften(count: number, of: number): HowOften | null {
  return of === 0 ? null : { count, of, ...wilsonInterval(count, of) };
}

/** What became of a session's strains; null when none was noticed, which says nothing about the session. */
export function trailOf({ repairs }: SessionSummary): Trail | null {
  if (!repairs) return null;
  const { opened, repaired, letGo } = repairs;
  return { opened, repaired, letGo, carried: Math.max(0, opened - repaired - letGo) };
}

/** Some neighbouring sessions, and whether there are others on either side. */
export interface Stretch<T> {
  readonly shown: readonly T[];
  /** The place of the first shown, from 0. */
  readonly from: number;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** At most `size` of `all`, the last `back` left out. There is always something shown, if there is anything. */
export function stretchOf<T>(all: readonly T[], size: number, back: number): Stretch<T> {
  const to = Math.max(Math.min(size, all.length), all.length - Math.max(0, back));
  const from = Math.max(0, to - size);
  return { shown: all.slice(from, to), from, hasEarlier: from > 0, hasLater: to < all.length };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
