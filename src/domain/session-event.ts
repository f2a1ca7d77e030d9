import * as z from 'zod/mini';
import { LIVE_PHASES } from './checklist';

/** What a moment can be. The order is that of the buttons. */
export const MOMENT_KINDS = ['tenseness', 'strain', 'repair', 'opening-up', 'boundary', 'other'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

const minute = z.number().check(z.int(), z.nonnegative());
const seq = z.number().check(z.int(), z.nonnegative());
const behaviour = z.string().check(z.minLength(1));

/** A calendar day, `YYYY-MM-DD`, as the therapist's own clock had it. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/**
 * What a log is made of. An event is never changed; a later one takes it back. `minute` counts from the start of
 * the session, so no event tells the time of day. `of` and `moment` name an earlier event by its place in the log.
 */
export const sessionEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    day: daySchema,
    client: z.nullable(z.string()),
    checklist: z.object({ id: z.string(), version: z.number() }),
    planned: z.number().check(z.int(), z.positive()),
  }),
  z.object({ type: z.literal('ticked'), minute, behaviour }),
  z.object({ type: z.literal('unticked'), minute, behaviour }),
  z.object({ type: z.literal('missed'), minute, behaviour }),
  z.object({ type: z.literal('unmissed'), minute, behaviour }),
  z.object({ type: z.literal('phase-chosen'), minute, phase: z.enum(LIVE_PHASES) }),
  z.object({ type: z.literal('moment-marked'), minute, kind: z.enum(MOMENT_KINDS) }),
  z.object({ type: z.literal('moment-worded'), minute, moment: seq, words: z.string() }),
  z.object({ type: z.literal('note-written'), minute, text: z.string() }),
  z.object({ type: z.literal('undone'), minute, of: seq }),
  z.object({ type: z.literal('ended'), minute }),
]);

export type SessionEvent = z.infer<typeof sessionEventSchema>;
export type StartedEvent = Extract<SessionEvent, { type: 'started' }>;

/** An event at its place in the log, counted from 0 without gaps. */
export interface LoggedEvent {
  readonly seq: number;
  readonly event: SessionEvent;
}
