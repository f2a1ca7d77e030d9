import * as z from 'zod/mini';
import { sameJson } from './same-json';
import { MOST_DEPTH } from './scan-document';
import { daySchema, type LoggedEvent, sessionEventSchema } from './session-event';
import { sessionSummarySchema } from './session-summary';
import { staysHere } from './stays-here';

/** The first two fields of a document say what it is. */
export const BACKUP_FORMAT = 'sidelight-backup';
/** The shape told below; a file with a higher number is not restored. */
export const BACKUP_VERSION = 1;

/** Ids are random or fixed words; printable ASCII without spaces. */
const id = z.string().check(z.regex(/^[!-~]{1,200}$/));
const count = z.number().check(z.int(), z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER));

/** Tables whose records stand in a document. */
export const BACKED_UP_TABLES = [
  'sessions',
  'events',
  'live',
  'drafts',
  'settings',
  'clients',
  'activity',
] as const;
export type BackedUpTable = (typeof BACKED_UP_TABLES)[number];

/** A record that could not be read when the backup was made, by its place in the vault. */
export const leftOutSchema = z.strictObject({ table: z.enum(BACKED_UP_TABLES), id, seq: count });

/** A session with its whole log, as far as it could be read. */
export const backedUpSessionSchema = z.strictObject({
  id,
  /** In the order of `seq`. A place that is missing is named in `leftOut`. */
  events: z.array(z.strictObject({ seq: count, event: sessionEventSchema })),
  /** Only of a session whose beginning could not be read; all others are summarised from their events. */
  summary: z.optional(sessionSummarySchema),
});

/** A record whose content belongs to another part of Sidelight and is carried as it is. */
const keptSchema = z.strictObject({ id, content: z.unknown() });

const draftSchema = z.strictObject({
  session: id,
  field: id,
  revision: count,
  content: z.unknown(),
});

/** One document with everything of a vault but its keys. `backup-format.md` tells people what it means. */
export const backupSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  /** The day it was made, by the therapist's own clock. */
  made: daySchema,
  /** In the order of the list, oldest first. */
  sessions: z.array(backedUpSessionSchema),
  /** The session that was live, and how many milliseconds it had come; no time of day. */
  live: z.nullable(z.strictObject({ session: id, elapsed: count })),
  drafts: z.array(draftSchema),
  settings: z.array(keptSchema),
  clients: z.array(keptSchema),
  activity: z.array(keptSchema),
  leftOut: z.array(leftOutSchema),
});

/** A list of sessions that need not lie in memory all together. An array is one. */
export interface SessionList {
  readonly length: number;
  slice(from: number, to: number): readonly BackedUpSession[];
}

/** A document that went through `parseBackup`. */
export interface Backup extends Omit<z.infer<typeof backupSchema>, 'sessions'> {
  readonly sessions: SessionList;
}

export type BackedUpSession = z.infer<typeof backedUpSessionSchema>;
export type BackedUpDraft = z.infer<typeof draftSchema>;
export type KeptRecord = z.infer<typeof keptSchema>;
export type LeftOut = z.infer<typeof leftOutSchema>;

/** Why a file is not restored. Nothing was changed. */
export interface BackupRefusal {
  readonly refused:
    | 'no-age-file'
    | 'other-lock'
    | 'wrong-secret'
    | 'broken-file'
    | 'no-backup'
    | 'newer-backup'
    | 'bad-contents'
    | 'too-large'
    | 'live-session'
    | 'no-room'
    | 'no-recovery-key'
    | 'cancelled'
    | 'failed';
  /** For `bad-contents`: where in the document, say `sessions[3].events[0].event`. Names of fields and numbers only. */
  readonly at?: string;
}

/** Longest text in UTF-16 units, and latest minute, that a document may hold. */
export const MOST_TEXT = 20_000_000;
const MOST_MINUTES = 100_000_000;

/**
 * Checks everything a document says. What comes back is the very value that went in, so that nothing is restored other
 * than as it stands there: fields a schema would pass over, hostile names (`__proto__`), numbers and texts that would not
 * survive, impossible days and logs with unexplained gaps are refused.
 *
 * @param value what `JSON.parse` made of the text; its nesting was bounded before, see `DocumentScan`.
 * @param apart the sessions, when they are kept apart from `value`, which then has a null for each. What it gives is parsed
 *   but not checked yet.
 */
export function parseBackup(value: unknown, apart?: SessionList): Backup | BackupRefusal {
  const claim = z.object({ format: z.literal(BACKUP_FORMAT), version: count }).safeParse(value);
  if (!claim.success) return { refused: 'no-backup' };
  if (claim.data.version > BACKUP_VERSION) return { refused: 'newer-backup' };
  const { sessions: inside, ...rest } = value as { sessions?: unknown };
  if (!Array.isArray(inside)) return bad('sessions');
  if (apart && (inside.length !== apart.length || inside.some(item => item !== null))) return bad('sessions');
  const hostile = findHostile(rest, 0);
  if (hostile !== null) return bad(hostile);
  const parsed = backupSchema.safeParse({ ...rest, sessions: [] });
  if (!parsed.success) return bad(pathOf(parsed.error));

  const sessions: SessionList = apart ?? inside;
  const at = findBadSessions(sessions, parsed.data) ?? findTwice(parsed.data);
  if (at !== null) return bad(at);
  return isDay(parsed.data.made) ? { ...(rest as typeof parsed.data), sessions } : bad('made');
}

function findBadSessions(
  sessions: SessionList,
  { leftOut, live }: Pick<Backup, 'leftOut' | 'live'>,
): string | null {
  const gaps = new Set(leftOut.map(({ table, id, seq }) => `${table} ${id} ${seq}`));
  const ids = new Set<string>();
  let isLiveThere = live === null;
  for (let index = 0; index < sessions.length; index += 1) {
    // One by one, so that they never lie in memory all together.
    const [session] = sessions.slice(index, index + 1);
    const found = findBadSession(session, gaps);
    if (found !== null || !session) return `sessions[${index}]${found}`;
    if (ids.has(session.id)) return 'sessions';
    ids.add(session.id);
    if (session.id === live?.session && canBeLive(session)) isLiveThere = true;
  }
  return isLiveThere ? null : 'live';
}

/** @returns where a session is not as a session is, or null. */
function findBadSession(session: unknown, leftOut: ReadonlySet<string>): string | null {
  const hostile = findHostile(session, 2);
  if (hostile !== null) return hostile.startsWith('[') ? hostile : `.${hostile}`;
  const parsed = backedUpSessionSchema.safeParse(session);
  if (!parsed.success) return `.${pathOf(parsed.error)}`;
  const { id, events, summary } = parsed.data;
  // The schemas of events and summaries pass over fields they do not know, which would then be lost.
  if (!sameJson(parsed.data, session)) return '';
  if (summary && !isDay(summary.day)) return '.summary.day';
  let next = 0;
  for (const [index, logged] of events.entries()) {
    const at = `.events[${index}]`;
    if (logged.seq < next) return `${at}.seq`;
    for (; next < logged.seq; next += 1) if (!leftOut.has(`events ${id} ${next}`)) return at;
    next += 1;
    if (!isPossible(logged)) return `${at}.event`;
  }
  const hasBeginning = events[0]?.seq === 0;
  if (hasBeginning && summary) return '.summary';
  return hasBeginning || leftOut.has(`events ${id} 0`) ? null : '.events';
}

/** Whether a session, as it stands in a document, can be the live one: it has begun and not ended. */
export function canBeLive({ events }: BackedUpSession): boolean {
  return events[0]?.seq === 0 && !events.some(({ event }) => event.type === 'ended');
}

/** Whether a record of this id can stand in a document. All that Sidelight gives out can; a tampered one may not. */
export function isBackupId(text: string): boolean {
  return id.safeParse(text).success;
}

/** Whether an event, as it was opened, can stand in a document and come back the same. */
export function fitsBackup(logged: { readonly seq: number; readonly event: unknown }): logged is LoggedEvent {
  const event = sessionEventSchema.safeParse(logged.event);
  return event.success && sameJson(event.data, logged.event) && fitsJson(logged.event) && isPossible(logged);
}

/** Whether a content, as it was opened, can stand in a document and come back the same. */
export function fitsJson(content: unknown): boolean {
  return findHostile(content, 4) === null;
}

/** What the shape of an event alone does not tell. */
function isPossible(logged: { readonly seq: number; readonly event: unknown }): boolean {
  const { seq, event } = logged as LoggedEvent;
  if ((event.type === 'started') !== (seq === 0)) return false;
  if (event.type === 'started') return isDay(event.day) && event.planned <= MOST_MINUTES;
  return event.minute <= MOST_MINUTES;
}

/** Whether a calendar has this day. */
function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && date >= 1 && date <= days;
}

/** @returns where a value stands that JSON would not write again as it is, or a name that could do harm; or null. */
function findHostile(value: unknown, depth: number): string | null {
  if (typeof value === 'number')
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? null : '';
  if (typeof value === 'string') return value.length <= MOST_TEXT ? null : '';
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MOST_DEPTH) return '';
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__' || name.length > 1_000) return '';
    const found = findHostile(inner, depth + 1);
    if (found === null) continue;
    const step = Array.isArray(value) ? `[${name}]` : name.slice(0, 40);
    return found === '' || found.startsWith('[') ? `${step}${found}` : `${step}.${found}`;
  }
  return null;
}

function findTwice({ drafts, settings, clients, activity }: Omit<Backup, 'sessions'>): string | null {
  const keys = {
    drafts: drafts.map(({ session, field }) => `${session} ${field}`),
    settings: settings.map(({ id }) => id),
    clients: clients.map(({ id }) => id),
    activity: activity.map(({ id }) => id),
  };
  for (const [name, list] of Object.entries(keys)) if (new Set(list).size !== list.length) return name;
  return settings.some(({ id }) => staysHere(id)) ? 'settings' : null;
}

function pathOf(error: z.core.$ZodError): string {
  const steps = error.issues[0]?.path ?? [];
  return steps
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function bad(at: string): BackupRefusal {
  return { refused: 'bad-contents', at };
}
