/**
 * One look at the two clocks a page has, in milliseconds. `wall` is the time of day: it goes on through sleep and
 * restarts, but people and servers set it. `mono` only ever grows, but may stand still in sleep and begins anew
 * with each page. `page` names the page, since two pages' `mono` do not compare.
 */
export interface ClockReading {
  readonly wall: number;
  readonly mono: number;
  readonly page: string;
}

/** How far the session had come, in milliseconds, when the clocks were last looked at for keeps. */
export interface SessionClock {
  readonly elapsed: number;
  /** Null while the clock stands still, as the call is interrupted. */
  readonly anchor: ClockReading | null;
}

/** Past this many milliseconds between the two clocks, a page keeps a new anchor. */
const DRIFT = 2_000;

/** The clock of a session that starts at this reading. */
export function startClock(reading: ClockReading): SessionClock {
  return { elapsed: 0, anchor: reading };
}

/**
 * Milliseconds into the session, never negative and never less than at the anchor. Within one page a clock set
 * back is seen through; sleep counts, and so (a browser cannot tell them apart) does a clock set forward. From one
 * page to the next only the time of day is left to go by.
 */
export function elapsedAt(clock: SessionClock, reading: ClockReading): number {
  if (!clock.anchor) return clock.elapsed;
  const wall = reading.wall - clock.anchor.wall;
  const mono = reading.page === clock.anchor.page ? reading.mono - clock.anchor.mono : 0;
  return clock.elapsed + Math.max(0, wall, mono);
}

/** Moves the anchor to this reading. The session is as far in as it was. */
export function anchorClock(clock: SessionClock, reading: ClockReading): SessionClock {
  return { elapsed: elapsedAt(clock, reading), anchor: reading };
}

/** Stops the clock where it is; `anchorClock` lets it go on. */
export function stopClock(clock: SessionClock, reading: ClockReading): SessionClock {
  return { elapsed: elapsedAt(clock, reading), anchor: null };
}

/** Whether the two clocks have parted since the anchor, by sleep or by being set, so that it should be moved. */
export function hasDrifted(clock: SessionClock, reading: ClockReading): boolean {
  if (!clock.anchor) return false;
  if (reading.page !== clock.anchor.page) return true;
  const wall = reading.wall - clock.anchor.wall;
  const mono = reading.mono - clock.anchor.mono;
  return Math.abs(wall - mono) > DRIFT;
}

/** Minutes into the session, floor, never negative. */
export function minutesIn(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds / 60_000));
}
