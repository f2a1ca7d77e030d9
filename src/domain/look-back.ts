import type { Behaviour } from './checklist';
import type { FocusPeriod } from './focus-period';
import type { SessionSummary } from './session-summary';
import { type Said, saidOf } from './trends';

/** How a behaviour was rated over some sessions, rating by rating. */
export interface Ratings {
  /** How many sessions were rated 0, 1, 2 and 3. */
  readonly counts: readonly number[];
  /** How many were rated at all. */
  readonly rated: number;
}

/** One behaviour before a period and in it. Sessions after the period count for neither. */
export interface LookBack {
  readonly before: Ratings;
  readonly during: Ratings;
}

/** The most sessions told of on either side: the newest ones. */
export const MOST_LOOKED_BACK_ON = 24;

/**
 * Compares one's own ratings of a behaviour: the newest before the period with the newest in it.
 * @param sessions oldest first.
 */
export function lookBack(
  sessions: readonly SessionSummary[],
  { from, to }: Pick<FocusPeriod, 'from' | 'to'>,
  behaviour: Behaviour,
): LookBack {
  const ratings = (isWithin: (day: string) => boolean) =>
    countRatings(sessions.filter(({ day }) => isWithin(day)).map(session => saidOf(session, behaviour)));
  return {
    before: ratings(day => day < from),
    during: ratings(day => day >= from && day <= to),
  };
}

function countRatings(said: readonly (Said | null)[]): Ratings {
  const rated = said.filter(one => typeof one === 'number').slice(-MOST_LOOKED_BACK_ON);
  return {
    counts: [0, 1, 2, 3].map(rating => rated.filter(one => one === rating).length),
    rated: rated.length,
  };
}
