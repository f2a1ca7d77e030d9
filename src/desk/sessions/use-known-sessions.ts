import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Sessions } from '../../app/sessions';
import type { Summaries } from '../../app/summaries';
import type { SessionSummary } from '../../domain/session-summary';

/** One session as the list shows it. */
export interface ListedSession {
  readonly id: string;
  readonly summary: SessionSummary | null;
}

/** What is known of the sessions so far. */
export interface KnownSessions {
  readonly listed: readonly ListedSession[];
  /** How many there are; `listed` may be the newest of them only. */
  readonly total: number;
}

/** How many stand at once; the others are read behind them. */
const AT_ONCE = 40;

/**
 * The sessions, newest first: the newest at once, all of them soon after. Null until the first are there.
 * @param getSummaries is asked only once the first lines stand, which must not wait for the rest; at once by who comes back
 * to a list that was read before.
 */
export function useKnownSessions(
  sessions: Sessions,
  getSummaries: () => Summaries,
  isComingBack: boolean,
): KnownSessions | null {
  const [newest, setNewest] = useState<KnownSessions | null>(null);
  const [summaries, setSummaries] = useState<Summaries | null>(isComingBack ? getSummaries : null);
  // Before the next paint, which the lines need not wait for.
  useLayoutEffect(() => sessions.followList(AT_ONCE, setNewest), [sessions]);
  const isPainted = newest !== null;
  useEffect(() => {
    if (isPainted) setSummaries(getSummaries());
  }, [isPainted]);
  const all = summaries?.all.value;
  return all ? { listed: all, total: all.length } : newest;
}
