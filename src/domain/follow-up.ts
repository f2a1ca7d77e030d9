import type { PlaceElsewhere, SessionEvent } from './session-event';

/** The behaviour that names a strain, as the built-in checklist has it. Ticking it opens a repair, as the moment does. */
export const NAME_THE_STRAIN = 'name-the-strain';

/** How a follow-up came to its end. `seq` is the place of the event that closed it, and takes it back. */
export interface Closed {
  readonly how: 'kept' | 'let-go' | 'repaired';
  readonly minute: number;
  /** Null when it was closed within its own session, which has a day of its own. */
  readonly day: string | null;
  readonly seq: number;
  /** The moment of a later session that closed it, when one did. */
  readonly by?: PlaceElsewhere;
}

/**
 * Something owed to the next session: a promise, or a strain that waits for its repair. It stays until kept, repaired or
 * let go. `seq` is the place of the event that opened it, and names it.
 */
export interface FollowUp {
  readonly seq: number;
  readonly kind: 'promise' | 'repair';
  readonly minute: number;
  /** Empty for a repair. */
  readonly words: string;
  /** The day it is meant for, if any. */
  readonly due: string | null;
  readonly closed: Closed | null;
}

/**
 * What this event makes of the follow-ups. A first strain opens a repair; further ones belong to the same until it is
 * closed (Safran and Muran; Barstow: what is noticed can be mended).
 */
export function followUpsAfter(
  known: readonly FollowUp[],
  { seq, event }: { readonly seq: number; readonly event: SessionEvent },
): readonly FollowUp[] {
  const open = (kind: FollowUp['kind'], words = '', due: string | null = null) => {
    const { minute } = event as { readonly minute: number };
    return [...known, { seq, kind, minute, words, due, closed: null }];
  };
  const openRepair = () => (known.some(isOpenRepair) ? known : open('repair'));

  switch (event.type) {
    case 'promised':
      return open('promise', event.words, event.due);
    case 'promise-changed':
      return known.map(one => (one.seq === event.of ? { ...one, words: event.words, due: event.due } : one));
    case 'ticked':
      return event.behaviour === NAME_THE_STRAIN ? openRepair() : known;
    case 'moment-marked': {
      if (event.kind === 'strain') return openRepair();
      if (event.kind !== 'repair') return known;
      const closed: Closed = { how: 'repaired', minute: event.minute, day: null, seq };
      return known.map(one => (isOpenRepair(one) ? { ...one, closed } : one));
    }
    case 'follow-up-closed': {
      const { how, minute, day, by } = event;
      const closed: Closed = { how, minute, day, seq, ...(by ? { by } : {}) };
      return known.map(one => (one.seq === event.of && !one.closed ? { ...one, closed } : one));
    }
    default:
      return known;
  }
}

/** The follow-ups that still stand. */
export function stillOpen(followUps: readonly FollowUp[]): readonly FollowUp[] {
  return followUps.filter(({ closed }) => closed === null);
}

function isOpenRepair({ kind, closed }: FollowUp): boolean {
  return kind === 'repair' && closed === null;
}
