import * as z from 'zod/mini';
import { type FollowUp, stillOpen } from './follow-up';
import { answerOf } from './review';
import type { Session } from './session';
import { ANSWERS, daySchema, ratingSchema } from './session-event';

/** How far a session has come. */
export const SESSION_STATES = ['live', 'to-review', 'reviewed', 'signed-off'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

const openFollowUpSchema = z.object({
  seq: z.number(),
  kind: z.enum(['promise', 'repair']),
  minute: z.number(),
  words: z.string(),
  due: z.nullable(daySchema),
});

/** What lists, filters and the next session need to know of a session. Kept sealed beside the log, which they never replay. */
export const sessionSummarySchema = z.object({
  day: daySchema,
  client: z.nullable(z.string()),
  checklist: z.object({ id: z.string(), version: z.number() }),
  state: z.enum(SESSION_STATES),
  /** Minutes from start to end; 0 while the session is live. */
  minutes: z.number(),
  /** The fields from here on are absent where there is nothing to tell. */
  open: z.optional(z.array(openFollowUpSchema)),
  closingLine: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  /** By behaviour, without those not called for. */
  answers: z.optional(z.record(z.string(), z.enum(ANSWERS))),
  /** The self-audit, by behaviour. */
  ratings: z.optional(z.record(z.string(), ratingSchema)),
  /** How many repairs were opened here, and what became of them so far. */
  repairs: z.optional(z.object({ opened: z.number(), repaired: z.number(), letGo: z.number() })),
});

export type SessionSummary = z.infer<typeof sessionSummarySchema>;
/** A follow-up that still stands, as the summary of its session tells it. */
export type OpenFollowUp = z.infer<typeof openFollowUpSchema>;

/** The session as its list shows it; `minutes` is 0 until it has ended. */
export function summarise(session: Session): SessionSummary {
  const { day, client, checklist, ended, closingLine, tags } = session;
  const open = stillOpen(session.followUps).map(tellOpen);
  const named = new Set([...session.marks.keys(), ...session.review.answers.keys()]);
  const answers = [...named].map(id => [id, answerOf(session, id)] as const);
  const called = answers.filter(([, answer]) => answer !== 'not-called-for');
  const rated = [...session.audit.ratings].map(([id, { rating }]) => [id, rating] as const);
  const repairs = countRepairs(session.followUps);
  return {
    day,
    client,
    checklist,
    state: stateOf(session),
    minutes: ended ?? 0,
    ...(open.length > 0 ? { open } : {}),
    ...(closingLine ? { closingLine } : {}),
    ...(tags.length > 0 ? { tags: [...tags] } : {}),
    ...(called.length > 0 ? { answers: Object.fromEntries(called) } : {}),
    ...(rated.length > 0 ? { ratings: Object.fromEntries(rated) } : {}),
    ...(repairs.opened > 0 ? { repairs } : {}),
  };
}

function countRepairs(followUps: readonly FollowUp[]) {
  const ends = followUps.filter(({ kind }) => kind === 'repair').map(({ closed }) => closed?.how);
  return {
    opened: ends.length,
    repaired: ends.filter(how => how === 'repaired' || how === 'kept').length,
    letGo: ends.filter(how => how === 'let-go').length,
  };
}

function stateOf({ ended, review }: Session): SessionState {
  if (ended === null) return 'live';
  if (review.signedOff !== null) return 'signed-off';
  return review.reviewed === null ? 'to-review' : 'reviewed';
}

function tellOpen({ seq, kind, minute, words, due }: FollowUp): OpenFollowUp {
  return { seq, kind, minute, words, due };
}
