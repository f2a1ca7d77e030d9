import * as z from 'zod/mini';
import { LIVE_PHASES } from './checklist';
import { MOMENT_KINDS, ratingSchema } from './session-event';

/** What a packet says of itself. packet-format.md tells people what the fields mean. */
export const PACKET_FORMAT = 'sidelight-packet';
/** What the ratings that come back say of themselves. */
export const RATINGS_FORMAT = 'sidelight-ratings';
/** The shapes told below; a file of another version is told as such and not read. */
export const PACKET_VERSION = 1;

/** The most sessions one packet holds. */
export const MOST_PACKET_SESSIONS = 500;
const MOST_WORDS = 1_000_000;
const MOST_MINUTES = 100_000;

const id = z.string().check(z.regex(/^[a-z0-9-]{8,64}$/));
const minute = z.number().check(z.int(), z.nonnegative(), z.maximum(MOST_MINUTES));
const behaviour = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(100));
const text = z.string().check(z.maxLength(MOST_WORDS));
const year = z.number().check(z.int(), z.minimum(1900), z.maximum(2999));

const packetSessionSchema = z.strictObject({
  /** Random, and only in this packet: the vault it came from alone knows which session it is. */
  key: id,
  /** Counted from 1 among the packet's sessions with this client, oldest first. */
  number: z.number().check(z.int(), z.positive()),
  /** A letter in place of the client; null where the session had none. */
  client: z.nullable(z.string().check(z.regex(/^[A-Z]{1,3}$/))),
  year,
  /** Minutes. */
  planned: minute,
  minutes: minute,
  phases: z.array(z.strictObject({ phase: z.enum(LIVE_PHASES), from: minute })),
  marks: z.array(z.strictObject({ behaviour, is: z.enum(['ticked', 'missed']), minute })),
  /** Other places name a moment by its place in this list, from 0. */
  moments: z.array(z.strictObject({ kind: z.enum(MOMENT_KINDS), minute, words: z.optional(text) })),
  /** Free text only where the trainee wanted it, and as it stood after the check for identifiers. */
  note: z.optional(text),
  reflection: z.optional(text),
});

/** Sessions for a supervisor. No rating and no answer of the trainee is in it: the second rating is blind to them. */
export const packetSchema = z.strictObject({
  format: z.literal(PACKET_FORMAT),
  version: z.literal(PACKET_VERSION),
  id,
  checklist: z.strictObject({ id: behaviour, version: z.number().check(z.int(), z.positive()) }),
  /** The year it was made. */
  year,
  sessions: z.array(packetSessionSchema).check(z.minLength(1), z.maxLength(MOST_PACKET_SESSIONS)),
});

const commentSchema = z.strictObject({
  moment: z.nullable(z.number().check(z.int(), z.nonnegative())),
  text,
});

/** What a supervisor gives back: ratings from 0 to 3 by behaviour, and comments on moments or on the whole session. */
export const returnedSchema = z.strictObject({
  format: z.literal(RATINGS_FORMAT),
  version: z.literal(PACKET_VERSION),
  packet: id,
  /** SHA-256 of the packet's canonical JSON as it was opened, in hex. */
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** As the supervisor wants to be called. */
  by: z.string().check(z.minLength(1), z.maxLength(200)),
  sessions: z.array(
    z.strictObject({
      key: id,
      ratings: z.record(behaviour, ratingSchema),
      comments: z.array(commentSchema),
    }),
  ),
});

export type Packet = z.infer<typeof packetSchema>;
export type PacketSession = z.infer<typeof packetSessionSchema>;
export type Returned = z.infer<typeof returnedSchema>;
/** On a moment of the packet's session by its place in the list, or on the whole session. */
export type PacketComment = z.infer<typeof commentSchema>;

/** Why a packet or the ratings of one are not read. Nothing was changed. */
export interface PacketRefusal {
  readonly refused:
    | 'no-packet'
    | 'no-ratings'
    | 'is-packet'
    | 'is-ratings'
    | 'older-version'
    | 'newer-version'
    | 'bad-contents'
    | 'unknown-packet'
    | 'changed-packet'
    /** The list that would place it cannot be read. */
    | 'damaged-list';
  /** For `bad-contents`: where, as names of fields and numbers only. */
  readonly at?: string;
}

const claimSchema = z.object({ format: z.string(), version: z.number() });

/** Reads an opened packet. @param value what `JSON.parse` made of it, or undefined where it was no JSON. */
export function parsePacket(value: unknown): Packet | PacketRefusal {
  const claim = claimSchema.safeParse(value);
  if (claim.data?.format === RATINGS_FORMAT) return { refused: 'is-ratings' };
  if (claim.data?.format !== PACKET_FORMAT) return { refused: 'no-packet' };
  return readAs(packetSchema, value, claim.data.version, isWholePacket);
}

/** Reads opened ratings. Ratings other than 0 to 3, *not called for* and *can't tell* are refused with all the rest. */
export function parseReturned(value: unknown): Returned | PacketRefusal {
  const claim = claimSchema.safeParse(value);
  if (claim.data?.format === PACKET_FORMAT) return { refused: 'is-packet' };
  if (claim.data?.format !== RATINGS_FORMAT) return { refused: 'no-ratings' };
  return readAs(returnedSchema, value, claim.data.version, ({ sessions }) => isEachOnce(sessions));
}

function readAs<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  version: number,
  isWhole: (read: T) => boolean,
): T | PacketRefusal {
  if (version > PACKET_VERSION) return { refused: 'newer-version' };
  if (version < PACKET_VERSION) return { refused: 'older-version' };
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { refused: 'bad-contents', at: pathOf(parsed.error) };
  return isWhole(parsed.data) ? parsed.data : { refused: 'bad-contents', at: 'sessions' };
}

function isWholePacket({ sessions }: Packet): boolean {
  const isInside = ({ minutes, marks, moments, phases }: PacketSession) =>
    [...marks, ...moments].every(one => one.minute <= minutes) && phases.every(({ from }) => from <= minutes);
  return isEachOnce(sessions) && sessions.every(isInside);
}

function isEachOnce(sessions: readonly { readonly key: string }[]): boolean {
  return new Set(sessions.map(({ key }) => key)).size === sessions.length;
}

function pathOf(error: z.core.$ZodError): string {
  const steps = error.issues[0]?.path ?? [];
  return steps.map(String).join('.').slice(0, 80) || 'format';
}

/** The value as JSON with the names of every object in order and no spaces, so that equal documents are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${fields.join(',')}}`;
}

/** Whether this is a refusal and not what was asked for. */
export function isPacketRefusal(value: object): value is PacketRefusal {
  return 'refused' in value;
}
