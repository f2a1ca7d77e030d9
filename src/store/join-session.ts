import { Dexie } from 'dexie';
import type { BackedUpSession } from '../domain/backup';
import { joinLogs } from '../domain/join-logs';
import { foldSession } from '../domain/session';
import type { LoggedEvent } from '../domain/session-event';
import { summarise } from '../domain/session-summary';
import type { Box } from '../vault/seal';
import type { EventRow, SessionRow } from './database';
import { openOrNull } from './open-or-null';
import { type OpenVault, sealAt } from './open-vault';
import { openRow, readEntries, sealLog, sealSingly } from './packed-log';

/** A row that takes the place of one that does not open, or of a summary whose log has grown. */
export interface Replacement {
  readonly table: 'events' | 'sessions' | 'settings' | 'clients' | 'activity';
  readonly key: string | number | readonly [string, number];
  /** The box that was there; if it is another one now, the plan no longer holds. */
  readonly seen: Box;
  readonly row: object;
}

/** What becomes of one session of a backup in this vault. */
export interface JoinedSession {
  /** The id it has in the file, and the one it has here. They differ when it comes beside another story. */
  readonly from: string;
  readonly id: string;
  readonly isNew: boolean;
  readonly isApart: boolean;
  /** The log with what comes has no end. */
  readonly isOpenEnded: boolean;
  readonly added: readonly EventRow[];
  readonly replaced: readonly Replacement[];
  readonly mended: number;
  /** Its line for the list, when it has none yet. */
  readonly listed: {
    readonly id: string;
    readonly day: string | null;
    readonly box: SessionRow['box'];
  } | null;
}

/** The rows of a session's log as they lie here. */
export function logOf({ database }: OpenVault, id: string): Promise<EventRow[]> {
  return database.events.where('[session+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray();
}

/**
 * Readies what a session of a backup adds to the one here.
 * @param listed the session's row in the list here, if any.
 * @returns the id under which it comes when the two logs tell different stories: always the same for the same first
 *   difference, so that it comes once however often it is brought, and grows with later backups.
 */
export async function joinSession(
  vault: OpenVault,
  { id, events, summary }: BackedUpSession,
  listed: SessionRow | null,
  rows: readonly EventRow[],
): Promise<{ readonly plan: Omit<JoinedSession, 'from' | 'isApart'> } | { readonly goesAs: string }> {
  const opened = (
    await Promise.all(
      rows.map(async row => {
        const entries = await openRow(vault, row);
        return entries ? entries.map(entry => [entry.seq, entry] as const) : [[row.seq, null] as const];
      }),
    )
  ).flat();
  const joined = joinLogs(new Map(opened), events);
  if (joined.is === 'two-stories') return { goesAs: await idFor(id, joined.from) };

  const { added, mended } = joined;
  const log = [...readEntries(opened.flatMap(([, entry]) => entry ?? [])), ...added, ...mended];
  const session = foldSession(log.sort((one, other) => one.seq - other.seq));
  const content = session ? summarise(session) : (summary ?? null);
  const boxes = new Map(rows.map(({ seq, box }) => [seq, box]));
  const replaced: Replacement[] = await Promise.all(
    mended.map(async ({ seq, event }) => ({
      table: 'events' as const,
      key: [id, seq] as const,
      seen: boxes.get(seq) as EventRow['box'],
      row: { session: id, seq, box: await sealAt(vault, eventPlace(id, seq), event) },
    })),
  );
  const lineIsLost = listed !== null && (await openOrNull(vault, linePlace(id), listed.box)) === null;
  const grows = added.length + mended.length > 0;
  const line = !listed || lineIsLost || grows ? await sealAt(vault, linePlace(id), content) : null;
  if (listed && line && content) {
    replaced.push({ table: 'sessions', key: listed.n, seen: listed.box, row: { ...listed, box: line } });
  }
  return {
    plan: {
      id,
      isNew: !listed && rows.length === 0,
      isOpenEnded: session !== null && session.ended === null,
      // A log that is new here is packed where it is whole; one that joins what is here comes event by event.
      added: rows.length === 0 ? await sealLog(vault, id, added) : await sealSingly(vault, id, added),
      replaced,
      mended: mended.length + (lineIsLost && content ? 1 : 0),
      listed: !listed && line ? { id, day: content?.day ?? null, box: line } : null,
    },
  };
}

/** An id of a session that is another story than `id` from this event on. It tells nothing of either. */
async function idFor(id: string, { seq, event }: LoggedEvent): Promise<string> {
  const bytes = new TextEncoder().encode(`sidelight apart 1 ${JSON.stringify([id, seq, inOrder(event)])}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** The same value with its fields by name, so that the order in which a file has them does not count. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, inOrder(inner)]);
}

function eventPlace(id: string, seq: number) {
  return { table: 'events', id, seq } as const;
}

function linePlace(id: string) {
  return { table: 'sessions', id, seq: 0 } as const;
}
