/** Minutes without input after which the vault locks, or never. */
export const LOCK_AFTER = [5, 15, 30, 60, 'never'] as const;
export type LockAfter = (typeof LOCK_AFTER)[number];

/** What holds until the therapist chooses otherwise. */
export const USUAL_LOCK_AFTER = 15 satisfies LockAfter;

/**
 * When an unlocked vault locks by itself. Plain JSON, kept in memory beside the key, so that it outlives every timer.
 * `deadline` is wall-clock time in milliseconds; it is null exactly when `after` is never.
 */
export interface IdleWatch {
  readonly after: LockAfter;
  readonly deadline: number | null;
}

/**
 *                  input, session live
 *              ┌──────────────────────────┐
 *              ▼                          │
 *   start ──▶ resting ──a minute left──▶ warning ──no time left──▶ due ──▶ the key is dropped
 *              ▲ │                                                  │
 *              └─┴───────────────── session live ◀──────────────────┘
 *
 * Input cannot undo *due*: whoever comes back after the deadline finds the vault locked. Only a session that is live
 * holds the watch, since sitting still is normal then; when it ends a whole period begins.
 */
export type Standing = 'resting' | 'warning' | 'due';

/** Milliseconds before the deadline in which the therapist is warned. */
export const WARN_BEFORE = 60_000;
/** Milliseconds in which further input changes nothing, so that a moving pointer does not write at every step. */
const TOUCH_EVERY = 10_000;

/** A watch that begins now, with a whole period ahead. */
export function startWatch(after: LockAfter, now: number): IdleWatch {
  return { after, deadline: after === 'never' ? null : now + periodOf(after) };
}

/**
 * How the watch stands by the clock as it is now. Nothing runs meanwhile: sleep and a clock set forward simply pass
 * the deadline. A deadline more than one period ahead means that the clock was set back; `resetClock` mends it.
 */
export function standingAt({ deadline }: IdleWatch, now: number): Standing {
  if (deadline === null || deadline - now > WARN_BEFORE) return 'resting';
  return deadline > now ? 'warning' : 'due';
}

/**
 * The watch after input. The same object when nothing changes: input came a moment ago already, or it is due, which
 * input cannot undo.
 */
export function touch(watch: IdleWatch, now: number): IdleWatch {
  const standing = standingAt(watch, now);
  if (watch.deadline === null || watch.after === 'never' || standing === 'due') return watch;
  const left = watch.deadline - now;
  const isFresh = left <= periodOf(watch.after) && left > periodOf(watch.after) - TOUCH_EVERY;
  return isFresh ? watch : startWatch(watch.after, now);
}

/**
 * The watch with its deadline at most one period ahead; the same object when it is. So a clock that is set back,
 * however often, delays the lock by no more than a period each time.
 */
export function resetClock(watch: IdleWatch, now: number): IdleWatch {
  if (watch.deadline === null || watch.after === 'never') return watch;
  return watch.deadline - now > periodOf(watch.after) ? startWatch(watch.after, now) : watch;
}

/** A watch as it was written. @returns null when it is none; then treat the vault as due. */
export function parseWatch(stored: unknown): IdleWatch | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { after, deadline } = stored as Partial<Record<keyof IdleWatch, unknown>>;
  const known = LOCK_AFTER.find(one => one === after);
  if (known === undefined) return null;
  if (known === 'never') return deadline === null ? { after: known, deadline } : null;
  return typeof deadline === 'number' && Number.isFinite(deadline) ? { after: known, deadline } : null;
}

function periodOf(after: Exclude<LockAfter, 'never'>): number {
  return after * 60_000;
}
