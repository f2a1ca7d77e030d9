import type { Answer, BondPart, Feeling, LoggedEvent } from './session-event';

/** What was added after sign-off: why, on which day, and the words. The original stands beside it. */
export interface Amendment {
  readonly seq: number;
  readonly day: string;
  /** Empty for words that another page still had in hand at sign-off. */
  readonly reason: string;
  readonly text: string;
}

/**
 *   to review ────▶ reviewed ────▶ signed off ──┐ amend
 *       │ sign off                     ▲  ▲     │
 *       └──────────────────────────────┘  └─────┘
 *
 * What a therapist says about a session after its end.
 */
export interface Review {
  /** Only what was answered by hand; the rest follows from the live marks, see `answerOf`. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly felt: ReadonlyMap<BondPart, Feeling>;
  readonly reflection: string;
  /** The day it was gone through, and the day it was signed off. */
  readonly reviewed: string | null;
  readonly signedOff: string | null;
  readonly amendments: readonly Amendment[];
}

/** Tells the review from a log whose undone events were taken out. */
export function foldReview(log: readonly LoggedEvent[]): Review {
  const answers = new Map<string, Answer>();
  const felt = new Map<BondPart, Feeling>();
  const amendments: Amendment[] = [];
  let reflection = '';
  let reviewed: string | null = null;
  let signedOff: string | null = null;
  for (const { seq, event } of log) {
    switch (event.type) {
      case 'answered':
        answers.set(event.behaviour, event.answer);
        break;
      case 'felt':
        if (event.feeling) felt.set(event.part, event.feeling);
        else felt.delete(event.part);
        break;
      case 'reflection-written':
        reflection = event.text;
        break;
      case 'reviewed':
        reviewed = event.day;
        break;
      case 'signed-off':
        signedOff ??= event.day;
        break;
      case 'amended':
        amendments.push({ seq, day: event.day, reason: event.reason, text: event.text });
        break;
    }
  }
  return { answers, felt, reflection, reviewed, signedOff, amendments };
}

/** The answer that stands: the one given by hand, else what the live mark says, else *not called for*. */
export function answerOf(
  session: {
    readonly marks: ReadonlyMap<string, { readonly is: 'ticked' | 'missed' }>;
    readonly review: Review;
  },
  behaviour: string,
): Answer {
  const given = session.review.answers.get(behaviour);
  if (given) return given;
  const mark = session.marks.get(behaviour)?.is;
  if (!mark) return 'not-called-for';
  return mark === 'ticked' ? 'done' : 'missed';
}
