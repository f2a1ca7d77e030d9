import * as z from 'zod/mini';
import { CONTEXT_CHIPS } from './client-context';
import { daySchema } from './session-event';

/** The most years a retention may be set to. */
export const MOST_YEARS = 99;

/** Why nothing of a client may be deleted, and since which day. */
const holdSchema = z.object({ reason: z.string(), since: daySchema });

/**
 * What is kept about a client beside the sessions: no name, no contact, no diagnosis. `code` is null for sessions
 * with no client. `years` is how long after the last session the sessions are kept before Sidelight proposes to erase
 * them; null when nothing is proposed.
 */
export const clientRecordSchema = z.object({
  code: z.nullable(z.string()),
  years: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(MOST_YEARS))),
  hold: z.nullable(holdSchema),
  /** How trust is for this client, where the therapist wanted to note it. */
  context: z.optional(z.array(z.enum(CONTEXT_CHIPS))),
  /** Put away: not offered and not listed unless asked for. Nothing is deleted by it. */
  archived: z.optional(z.boolean()),
});

export type ClientRecord = z.infer<typeof clientRecordSchema>;
export type LegalHold = z.infer<typeof holdSchema>;

/** The record of a client about whom nothing was settled yet. */
export function aNewRecord(code: string | null): ClientRecord {
  return { code, years: null, hold: null };
}

/**
 * One record out of several of the same client, as two windows or a merged backup may leave them: the longer
 * retention and the older hold stand, since what is kept too long can still be erased.
 */
export function joinRecords(first: ClientRecord, ...others: readonly ClientRecord[]): ClientRecord {
  const all = [first, ...others];
  const years = all.flatMap(record => record.years ?? []);
  const holds = all.flatMap(({ hold }) => hold ?? []);
  const context = [...new Set(all.flatMap(record => record.context ?? []))];
  return {
    ...first,
    years: years.length > 0 ? Math.max(...years) : null,
    ...(context.length > 0 ? { context } : {}),
    ...(all.some(({ archived }) => archived) ? { archived: true } : {}),
    hold: holds.sort((one, other) => one.since.localeCompare(other.since))[0] ?? null,
  };
}
