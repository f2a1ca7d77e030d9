import type { Evidence, LoggedEvent, Rating } from './session-event';

/** What a trainee says of one behaviour, and what shows it. */
export interface Rated {
  readonly rating: Rating;
  readonly evidence: Evidence | null;
}

/** What a supervisor said of the same session, without having seen the trainee's ratings. */
export interface SecondRating {
  readonly seq: number;
  readonly day: string;
  readonly packet: string;
  readonly by: string;
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly comments: readonly { readonly moment: number | null; readonly text: string }[];
}

/** A session as its own therapist audits it: per behaviour against its anchors. There is no sum of it. */
export interface SelfAudit {
  readonly ratings: ReadonlyMap<string, Rated>;
  /** One thing to keep, one thing to try. */
  readonly keep: string;
  readonly try: string;
  /** The day it was finished. */
  readonly audited: string | null;
  readonly second: readonly SecondRating[];
}

/** Tells the self-audit from a log whose undone events were taken out. A packet that comes back twice counts once. */
export function foldSelfAudit(log: readonly LoggedEvent[]): SelfAudit {
  const ratings = new Map<string, Rated>();
  const lines = { keep: '', try: '' };
  const second = new Map<string, SecondRating>();
  let audited: string | null = null;
  for (const { seq, event } of log) {
    switch (event.type) {
      case 'rated':
        if (event.rating === null) ratings.delete(event.behaviour);
        else ratings.set(event.behaviour, { rating: event.rating, evidence: event.evidence });
        break;
      case 'audit-line-written':
        lines[event.which] = event.words;
        break;
      case 'audited':
        audited = event.day;
        break;
      case 'second-rated':
        second.set(`${event.packet} ${event.by}`, { seq, ...event });
        break;
    }
  }
  return { ratings, ...lines, audited, second: [...second.values()] };
}
