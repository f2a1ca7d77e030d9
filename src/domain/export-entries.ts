import type { LivePhase } from './checklist';
import type { FollowUp } from './follow-up';
import { answerOf } from './review';
import type { SecondRating } from './self-audit';
import type { Moment, Session } from './session';
import {
  type Answer,
  BOND_PARTS,
  type BondPart,
  type Evidence,
  type Feeling,
  type MomentKind,
  type Rating,
} from './session-event';
import { layTimeline } from './timeline';

/** One fact of a session, for a table. `words` are always as they were typed. */
export type ExportEntry =
  | { readonly is: 'ticked' | 'missed'; readonly minute: number; readonly behaviour: string }
  | { readonly is: 'phase'; readonly minute: number; readonly phase: LivePhase }
  | { readonly is: 'moment'; readonly minute: number; readonly kind: MomentKind; readonly words: string }
  | { readonly is: 'paused' | 'resumed' | 'ended'; readonly minute: number }
  | { readonly is: 'follow-up'; readonly minute: number; readonly words: string; readonly followUp: FollowUp }
  | { readonly is: 'note'; readonly minute: number; readonly words: string }
  | { readonly is: 'answer'; readonly behaviour: string; readonly answer: Answer }
  | { readonly is: 'felt'; readonly part: BondPart; readonly feeling: Feeling }
  | {
      readonly is: 'intention' | 'reflection' | 'closing-line' | 'tag' | 'keep' | 'try';
      readonly words: string;
    }
  | { readonly is: 'focus'; readonly behaviour: string }
  | { readonly is: 'reviewed' | 'signed-off' | 'audited'; readonly day: string }
  | { readonly is: 'amendment'; readonly day: string; readonly reason: string; readonly words: string }
  | {
      readonly is: 'rated';
      readonly behaviour: string;
      readonly rating: Rating;
      /** A moment, or words as they were typed; null also for a moment that was taken back. */
      readonly shownBy: Moment | string | null;
    }
  | {
      readonly is: 'second-rating';
      readonly by: string;
      readonly day: string;
      readonly behaviour: string;
      readonly rating: Rating;
    }
  | {
      readonly is: 'comment';
      readonly by: string;
      readonly day: string;
      /** Null for one on the whole session, and for one on a moment that was taken back. */
      readonly moment: Moment | null;
      readonly words: string;
    };

/** Everything a session tells: what was brought, its minutes in order, what was said after its end, and by others. */
export function exportEntries(session: Session): readonly ExportEntry[] {
  const second = session.audit.second.map(one => seconded(session, one));
  return [
    ...before(session),
    ...during(session),
    ...after(session),
    ...audited(session),
    ...second.flatMap(({ ratings, comments }) => [...ratings, ...comments]),
  ];
}

function before({ intention, focus }: Session): ExportEntry[] {
  return [
    ...textEntry('intention', intention),
    ...focus.map(behaviour => ({ is: 'focus' as const, behaviour })),
  ];
}

/** The minutes of the session alone. */
export function during(session: Session): ExportEntry[] {
  const repairs = session.followUps.filter(({ kind }) => kind === 'repair').map(entryOf);
  const laid = layTimeline(session, session.latestMinute).entries.map((entry): ExportEntry => {
    switch (entry.is) {
      case 'moment':
        return { is: 'moment', minute: entry.minute, kind: entry.moment.kind, words: entry.moment.words };
      case 'promise':
        return entryOf(entry.followUp);
      case 'note':
        return { is: 'note', minute: entry.minute, words: entry.text };
      default:
        return entry;
    }
  });
  // Behind the marks of its minute, where the strain stands that opened it.
  for (const repair of repairs) {
    const place = laid.findIndex(one => 'minute' in one && one.minute > repair.minute);
    laid.splice(place < 0 ? laid.length : place, 0, repair);
  }
  return laid;
}

/** What was said after the end. */
export function after(session: Session): ExportEntry[] {
  const { closingLine, tags, review } = session;
  const named = new Set([...session.marks.keys(), ...review.answers.keys()]);
  return [
    ...[...named].map(behaviour => ({
      is: 'answer' as const,
      behaviour,
      answer: answerOf(session, behaviour),
    })),
    ...BOND_PARTS.flatMap(part => {
      const feeling = review.felt.get(part);
      return feeling ? [{ is: 'felt' as const, part, feeling }] : [];
    }),
    ...textEntry('reflection', review.reflection),
    ...textEntry('closing-line', closingLine),
    ...tags.map(words => ({ is: 'tag' as const, words })),
    ...(review.reviewed ? [{ is: 'reviewed' as const, day: review.reviewed }] : []),
    ...(review.signedOff ? [{ is: 'signed-off' as const, day: review.signedOff }] : []),
    ...review.amendments.map(({ day, reason, text }) => ({
      is: 'amendment' as const,
      day,
      reason,
      words: text,
    })),
  ];
}

/** The therapist's own audit. */
export function audited({ audit, moments }: Session): ExportEntry[] {
  return [
    ...[...audit.ratings].map(([behaviour, { rating, evidence }]) => ({
      is: 'rated' as const,
      behaviour,
      rating,
      shownBy: shownBy(evidence, moments),
    })),
    ...textEntry('keep', audit.keep),
    ...textEntry('try', audit.try),
    ...(audit.audited ? [{ is: 'audited' as const, day: audit.audited }] : []),
  ];
}

/** One supervisor's ratings of a session, and what was said in comments. */
export function seconded({ moments }: Session, { by, day, ratings, comments }: SecondRating) {
  return {
    ratings: Object.entries(ratings).map(([behaviour, rating]) => ({
      is: 'second-rating' as const,
      by,
      day,
      behaviour,
      rating,
    })),
    comments: comments.map(({ moment: seq, text }) => ({
      is: 'comment' as const,
      by,
      day,
      moment: moments.find(one => one.seq === seq) ?? null,
      words: text,
    })),
  };
}

function shownBy(evidence: Evidence | null, moments: readonly Moment[]): Moment | string | null {
  if (evidence === null) return null;
  return 'line' in evidence ? evidence.line : (moments.find(({ seq }) => seq === evidence.moment) ?? null);
}

function textEntry(
  is: 'intention' | 'reflection' | 'closing-line' | 'keep' | 'try',
  words: string,
): ExportEntry[] {
  return words === '' ? [] : [{ is, words }];
}

function entryOf(followUp: FollowUp): ExportEntry & { readonly minute: number } {
  return { is: 'follow-up', minute: followUp.minute, words: followUp.words, followUp };
}
