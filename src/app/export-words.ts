import type { LivePhase } from '../domain/checklist';
import type { Answer, BondPart, Feeling, MomentKind, Rating } from '../domain/session-event';
import type { SessionState } from '../domain/session-summary';

/** The texts of a file for people. A `$1` or `$2` in them is filled in. */
export interface ExportWords {
  /** BCP 47. */
  readonly language: string;
  readonly notice: string;
  /** `$1`: the client code. */
  readonly ofClient: string;
  /** `$1` and `$2`: the days. */
  readonly ofPeriod: string;
  /** `$1`: the day it was made. */
  readonly made: string;
  readonly noClient: string;
  readonly otherChecklist: string;
  readonly unreadable: string;
  /** `$1`: the numbers of the entries. */
  readonly placesLeftOut: string;
  /** `$1`: the minutes it took, `$2`: the minutes planned. */
  readonly length: string;
  readonly minutes: string;
  readonly oneMinute: string;
  /** `$1`: the minute. */
  readonly atMinute: string;
  readonly timeline: string;
  readonly review: string;
  readonly due: string;
  readonly stillOpen: string;
  readonly amendedOn: string;
  readonly amendedLate: string;
  readonly reason: string;
  readonly audit: string;
  /** `$1`: a rating's number, `$2`: its anchor. */
  readonly ratedAs: string;
  readonly noAnchor: Readonly<Record<Extract<Rating, string>, string>>;
  /** `$1`: the kind of a moment, `$2`: its minute. */
  readonly momentAt: string;
  /** `$1`: who rated, `$2`: the day it came home. */
  readonly secondOf: string;
  /** `$1`: the moment. */
  readonly commentOn: string;
  readonly commentOnSession: string;
  readonly kinds: Readonly<Record<ExportKind, string>>;
  readonly closed: Readonly<Record<'kept' | 'let-go' | 'repaired', string>>;
  readonly states: Readonly<Record<SessionState, string>>;
  readonly phases: Readonly<Record<LivePhase, string>>;
  readonly moments: Readonly<Record<MomentKind, string>>;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly parts: Readonly<Record<BondPart, string>>;
  readonly feelings: Readonly<Record<BondPart, Readonly<Record<Feeling, string>>>>;
  /** The names of the columns of a table, in their order. */
  readonly columns: readonly [string, string, string, string, string, string, string, string];
}

/** What a fact is called. */
export type ExportKind =
  | 'session'
  | 'ticked'
  | 'missed'
  | 'phase'
  | 'moment'
  | 'paused'
  | 'resumed'
  | 'ended'
  | 'promise'
  | 'repair'
  | 'note'
  | 'answer'
  | 'felt'
  | 'intention'
  | 'focus'
  | 'reflection'
  | 'closing-line'
  | 'tag'
  | 'reviewed'
  | 'signed-off'
  | 'amendment'
  | 'rated'
  | 'keep'
  | 'try'
  | 'audited'
  | 'second-rating';

/** The text with its places filled in, `$1` first. What is filled in may itself hold a `$1`. */
export function fill(text: string, ...fills: readonly (string | number)[]): string {
  return text.replace(/\$([1-9])/g, (_, place) => String(fills[Number(place) - 1] ?? ''));
}

/** A calendar day as people write it. */
export function dayIn(language: string, day: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
