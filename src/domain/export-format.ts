import * as z from 'zod/mini';
import { tellAudit, toldAuditSchema } from './export-audit';
import { answerOf } from './review';
import type { Session } from './session';
import {
  ANSWERS,
  BOND_PARTS,
  daySchema,
  FEELINGS,
  type LoggedEvent,
  MOMENT_KINDS,
  sessionEventSchema,
} from './session-event';
import { SESSION_STATES, summarise } from './session-summary';

/** What the field `format` says, and which version this is. The whole shape is told in export-format.md. */
export const EXPORT_FORMAT = 'sidelight-export';
/** Grows when a field changes its meaning. */
export const EXPORT_VERSION = 1;

const minute = z.number();
const closedSchema = z.object({
  how: z.enum(['kept', 'let-go', 'repaired']),
  minute,
  day: z.nullable(daySchema),
});

const toldSchema = z.object({
  day: daySchema,
  client: z.nullable(z.string()),
  checklist: z.object({ id: z.string(), version: z.number() }),
  state: z.enum(SESSION_STATES),
  planned: z.number(),
  ended: z.nullable(minute),
  intention: z.string(),
  focus: z.array(z.string()),
  marks: z.array(z.object({ behaviour: z.string(), is: z.enum(['ticked', 'missed']), minute })),
  moments: z.array(z.object({ minute, kind: z.enum(MOMENT_KINDS), words: z.string() })),
  note: z.nullable(z.object({ text: z.string(), minute })),
  followUps: z.array(
    z.object({
      kind: z.enum(['promise', 'repair']),
      minute,
      words: z.string(),
      due: z.nullable(daySchema),
      closed: z.nullable(closedSchema),
    }),
  ),
  answers: z.record(z.string(), z.enum(ANSWERS)),
  felt: z.object({
    goal: z.nullable(z.enum(FEELINGS)),
    task: z.nullable(z.enum(FEELINGS)),
    bond: z.nullable(z.enum(FEELINGS)),
  }),
  reflection: z.string(),
  closingLine: z.string(),
  tags: z.array(z.string()),
  reviewed: z.nullable(daySchema),
  signedOff: z.nullable(daySchema),
  amendments: z.array(z.object({ day: daySchema, reason: z.string(), text: z.string() })),
  audit: toldAuditSchema,
});

const exportedSchema = z.object({
  told: z.nullable(toldSchema),
  log: z.array(z.object({ seq: z.number(), event: sessionEventSchema })),
  unreadable: z.array(z.number()),
});

const ofSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session') }),
  z.object({
    kind: z.literal('client'),
    client: z.nullable(z.string()),
    retentionYears: z.nullable(z.number()),
    legalHold: z.nullable(z.object({ reason: z.string(), since: daySchema })),
  }),
  z.object({ kind: z.literal('period'), from: daySchema, to: daySchema }),
]);

/** The export for other programs. */
export const exportSchema = z.object({
  notice: z.string(),
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  made: daySchema,
  of: ofSchema,
  sessions: z.array(exportedSchema),
});

export type ExportDocument = z.infer<typeof exportSchema>;
/** What the export is of. */
export type ExportOf = z.infer<typeof ofSchema>;

/** One session as it is exported: its story, and the log that tells it, event by event. */
export interface ExportedSession {
  /** Null when the log does not hold its beginning. */
  readonly session: Session | null;
  readonly log: readonly LoggedEvent[];
  /** The places in the log that could not be read. They are left out. */
  readonly damaged: readonly number[];
}

/** The document as JSON, a line for each session. Texts stand in it as typed. */
export function toExportJson(
  of: ExportOf,
  sessions: readonly ExportedSession[],
  made: string,
  notice: string,
): string {
  const head = JSON.stringify({ notice, format: EXPORT_FORMAT, version: EXPORT_VERSION, made, of });
  const lines = sessions.map(({ session, log, damaged }) =>
    JSON.stringify({ told: session && tell(session), log, unreadable: damaged }),
  );
  return `${head.slice(0, -1)},"sessions":[\n${lines.join(',\n')}\n]}\n`;
}

function tell(session: Session): z.infer<typeof toldSchema> {
  const { day, client, checklist, planned, ended, intention, focus, review } = session;
  const named = new Set([...session.marks.keys(), ...review.answers.keys()]);
  const felt = BOND_PARTS.map(part => [part, review.felt.get(part) ?? null]);
  return {
    day,
    client,
    checklist,
    state: summarise(session).state,
    planned,
    ended,
    intention,
    focus: [...focus],
    marks: [...session.marks].map(([behaviour, { is, minute: at }]) => ({ behaviour, is, minute: at })),
    moments: session.moments.map(({ minute: at, kind, words }) => ({ minute: at, kind, words })),
    note: session.note,
    followUps: session.followUps.map(({ kind, minute: at, words, due, closed }) => ({
      kind,
      minute: at,
      words,
      due,
      closed: closed && { how: closed.how, minute: closed.minute, day: closed.day },
    })),
    answers: Object.fromEntries([...named].map(behaviour => [behaviour, answerOf(session, behaviour)])),
    felt: Object.fromEntries(felt) as z.infer<typeof toldSchema>['felt'],
    reflection: review.reflection,
    closingLine: session.closingLine,
    tags: [...session.tags],
    reviewed: review.reviewed,
    signedOff: review.signedOff,
    amendments: review.amendments.map(({ day: on, reason, text }) => ({ day: on, reason, text })),
    audit: tellAudit(session),
  };
}
