import type { LivePhase } from './checklist';
import type { FollowUp } from './follow-up';
import { answerOf } from './review';
import type { Session } from './session';
import { type Answer, BOND_PARTS, type BondPart, type Feeling, type MomentKind } from './session-event';
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
  | { readonly is: 'intention' | 'reflection' | 'closing-line' | 'tag'; readonly words: string }
  | { readonly is: 'focus'; readonly behaviour: string }
  | { readonly is: 'reviewed' | 'signed-off'; readonly day: string }
  | { readonly is: 'amendment'; readonly day: string; readonly reason: string; readonly words: string };

/** Everything a session tells: what was brought, then its minutes in order, then what was said after its end. */
export function exportEntries(session: Session): readonly ExportEntry[] {
  return [...before(session), ...during(session), ...after(session)];
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

function textEntry(is: 'intention' | 'reflection' | 'closing-line', words: string): ExportEntry[] {
  return words === '' ? [] : [{ is, words }];
}

function entryOf(followUp: FollowUp): ExportEntry & { readonly minute: number } {
  return { is: 'follow-up', minute: followUp.minute, words: followUp.words, followUp };
}
