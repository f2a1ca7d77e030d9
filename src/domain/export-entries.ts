import type { ExportEntry } from './export-entry';
import type { FollowUp } from './follow-up';
import { answerOf } from './review';
import type { SecondRating } from './self-audit';
import type { Moment, Session } from './session';
import { BOND_PARTS, type Evidence } from './session-event';
import { layTimeline } from './timeline';

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
  // Behind the marks of its minute, where the strain stands that opened it, and before the end.
  for (const repair of repairs) {
    const place = laid.findIndex(
      one => 'minute' in one && (one.minute > repair.minute || one.is === 'ended'),
    );
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
