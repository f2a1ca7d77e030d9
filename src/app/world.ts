import type { ClockReading } from '../domain/session-clock';

/** What the app asks of the world around it. Passed in, so that time and chance are arguments everywhere below. */
export interface World {
  readClocks(): ClockReading;
  /** The calendar day by the therapist's own clock, `YYYY-MM-DD`. */
  today(): string;
  /** A random id that tells nothing. */
  newId(): string;
}
