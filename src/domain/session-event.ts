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

/** How a behaviour went, as the therapist answers in the review. */
export const ANSWERS = ['done', 'partly', 'missed', 'not-called-for', 'cant-tell'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What an alliance rests on (after Bordin), and how each felt in this session: words, never numbers. */
export const BOND_PARTS = ['goal', 'task', 'bond'] as const;
export type BondPart = (typeof BOND_PARTS)[number];
/** How a part of the alliance felt. The order is that of the choices. */
export const FEELINGS = ['shared', 'partly-shared', 'apart'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** What a self-audit can say of a behaviour: its anchor, 0 to 3, or why there is none. */
export const ratingSchema = z.union([
  z.literal([0, 1, 2, 3]),
  z.literal('not-called-for'),
  z.literal('cant-tell'),
]);
export type Rating = z.infer<typeof ratingSchema>;

/** What shows a rating: a moment of the session by its place in the log, or a line of the note. */
const evidenceSchema = z.union([z.object({ moment: seq }), z.object({ line: z.string() })]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** Shares of the planned length: the opening is the first, the closing the last; the working phase lies between. */
export const phaseSharesSchema = z.object({
  opening: z.number().check(z.nonnegative(), z.maximum(0.5)),
  closing: z.number().check(z.nonnegative(), z.maximum(0.5)),
});

const day = daySchema;
const due = z.nullable(daySchema);

/**
 * What a log is made of. An event is never changed; a later one takes it back. `minute` counts from the start of
 * the session, so no event tells the time of day; what comes after the end has the last minute and, where it matters, its
 * day. `of` and `moment` name an earlier event by its place in the log.
 */
export const sessionEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    day: daySchema,
    client: z.nullable(z.string()),
    checklist: z.object({ id: z.string(), version: z.number() }),
    planned: z.number().check(z.int(), z.positive()),
    /** As the checklist had them set then; the usual ones when absent. */
    shares: z.optional(phaseSharesSchema),
    /** One line of what the therapist wants to bring. */
    intention: z.optional(z.string()),
    /** The behaviours in focus that day. */
    focus: z.optional(z.array(z.string())),
    /** The behaviours the client's context brought forward that day. */
    lead: z.optional(z.array(z.string())),
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
  z.object({ type: z.literal('paused'), minute }),
  z.object({ type: z.literal('resumed'), minute }),
  z.object({ type: z.literal('promised'), minute, words: z.string(), due }),
  z.object({ type: z.literal('promise-changed'), minute, of: seq, words: z.string(), due }),
  z.object({
    type: z.literal('follow-up-closed'),
    minute,
    of: seq,
    how: z.enum(['kept', 'let-go']),
    day,
    /** The moment of a later session that closed it along with others, and by whose undo it opens again. */
    by: z.optional(z.object({ session: z.string(), seq })),
  }),
  z.object({ type: z.literal('closing-line-written'), minute, words: z.string() }),
  z.object({ type: z.literal('ended'), minute }),
  z.object({ type: z.literal('answered'), minute, behaviour, answer: z.enum(ANSWERS) }),
  z.object({
    type: z.literal('felt'),
    minute,
    part: z.enum(BOND_PARTS),
    feeling: z.nullable(z.enum(FEELINGS)),
  }),
  z.object({ type: z.literal('reflection-written'), minute, text: z.string() }),
  z.object({ type: z.literal('tagged'), minute, tags: z.array(z.string()) }),
  z.object({ type: z.literal('client-renamed'), minute, client: z.nullable(z.string()) }),
  z.object({
    type: z.literal('rated'),
    minute,
    behaviour,
    rating: z.nullable(ratingSchema),
    evidence: z.nullable(evidenceSchema),
  }),
  z.object({
    type: z.literal('audit-line-written'),
    minute,
    which: z.enum(['keep', 'try']),
    words: z.string(),
  }),
  z.object({ type: z.literal('audited'), minute, day }),
  z.object({
    type: z.literal('second-rated'),
    minute,
    day,
    /** The packet it answers, and who rated, as the supervisor wants to be called. */
    packet: z.string(),
    by: z.string(),
    ratings: z.record(z.string(), ratingSchema),
    comments: z.array(z.object({ moment: z.nullable(seq), text: z.string() })),
  }),
  z.object({ type: z.literal('reviewed'), minute, day }),
  z.object({ type: z.literal('signed-off'), minute, day }),
  z.object({ type: z.literal('amended'), minute, day, reason: z.string(), text: z.string() }),
]);

export type SessionEvent = z.infer<typeof sessionEventSchema>;
/** A place in the log of another session. */
export type PlaceElsewhere = NonNullable<Extract<SessionEvent, { type: 'follow-up-closed' }>['by']>;
export type StartedEvent = Extract<SessionEvent, { type: 'started' }>;

/** An event at its place in the log, counted from 0 without gaps. */
export interface LoggedEvent {
  readonly seq: number;
  readonly event: SessionEvent;
}
