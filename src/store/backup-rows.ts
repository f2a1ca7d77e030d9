import { Dexie } from 'dexie';
import {
  type BackedUpDraft,
  type BackedUpSession,
  fitsBackup,
  fitsJson,
  isBackupId,
  type KeptRecord,
  type LeftOut,
} from '../domain/backup';
import { type ClockReading, elapsedAt } from '../domain/session-clock';
import type { LoggedEvent } from '../domain/session-event';
import { type SessionSummary, sessionSummarySchema } from '../domain/session-summary';
import { staysHere } from '../domain/stays-here';
import { batches } from './copies';
import type { EventRow, SessionRow } from './database';
import { openOrNull } from './open-or-null';
import type { OpenVault } from './open-vault';
import { openRow } from './packed-log';
import { getClock } from './sessions';

/** A record that could not be read, and whose it is as far as that is known. */
export interface Unread extends LeftOut {
  /** The session it belongs to, by its day and client. */
  readonly of: { readonly day: string; readonly client: string | null } | null;
  /** Whether nothing of that session's log could be read. */
  readonly isAll: boolean;
}

/** Some sessions with their whole logs, and what could not be read of them. */
export interface SessionsRead {
  readonly sessions: readonly BackedUpSession[];
  readonly unread: readonly Unread[];
}

/** Everything of a vault beside the sessions. */
export interface RestRead {
  readonly live: { readonly session: string; readonly elapsed: number } | null;
  readonly drafts: readonly BackedUpDraft[];
  readonly settings: readonly KeptRecord[];
  readonly clients: readonly KeptRecord[];
  readonly activity: readonly KeptRecord[];
  readonly unread: readonly Unread[];
}

/** Sessions read and opened at a time: some thousand events, so that a large vault never lies in memory as a whole. */
const SESSIONS_AT_A_TIME = 100;

/**
 * Reads every session, oldest first, some at a time. A damaged record stops nothing: it is named instead. Each log is read
 * at one moment; what other pages write meanwhile may or may not be in it. Logs without a row in the list come last.
 */
export async function* readSessions(vault: OpenVault): AsyncGenerator<SessionsRead> {
  const { sessions, events } = vault.database;
  const total = await events.count();
  const seen = new Set<string>();
  let found = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (;;) {
    const rows = await sessions.where('n').above(last).limit(SESSIONS_AT_A_TIME).toArray();
    const newest = rows.at(-1);
    if (!newest) break;
    last = newest.n;
    const logs = await readLogs(
      vault,
      rows.map(({ id }) => id),
    );
    found += logs.reduce((sum, log) => sum + log.length, 0);
    for (const { id } of rows) seen.add(id);
    yield gather(
      await Promise.all(rows.map((row, index) => openSession(vault, row.id, row, logs[index] ?? []))),
    );
  }
  if (found === total) return;
  for await (const id of orphans(vault, seen)) {
    const [log = []] = await readLogs(vault, [id]);
    yield gather([await openSession(vault, id, null, log)]);
  }
}

/** How many sessions there are, for telling how far a backup has come. */
export function countSessions(vault: OpenVault): Promise<number> {
  return vault.database.sessions.count();
}

/**
 * Reads and opens everything but the sessions. Settings about this computer alone are left where they are.
 * @param now tells how far a live session has come; the time of day itself is not told.
 */
export async function readRest(vault: OpenVault, now: ClockReading): Promise<RestRead> {
  const { database } = vault;
  const unread: Unread[] = [];
  const open = async <R extends { readonly box: EventRow['box'] }>(place: LeftOut, row: R) => {
    const opened = await openOrNull(vault, place, row.box);
    if (opened && isBackupId(place.id) && fitsJson(opened.content)) return opened.content;
    unread.push(unreadAt(place, null));
    return undefined;
  };
  const readKept = async (table: 'settings' | 'clients' | 'activity') => {
    const kept: KeptRecord[] = [];
    for await (const rows of batches<{ id: string; box: EventRow['box'] }>(database.table(table))) {
      const own = rows.filter(({ id }) => table !== 'settings' || !staysHere(id));
      const opened = await Promise.all(own.map(row => open({ table, id: row.id, seq: 0 }, row)));
      kept.push(...own.flatMap(({ id }, index) => keep({ id, content: opened[index] })));
    }
    return kept;
  };

  const [liveRow] = await database.live.toArray();
  const clock = liveRow && (await getClock(vault, liveRow.session));
  if (liveRow && !clock) unread.push(unreadAt({ table: 'live', id: liveRow.session, seq: 0 }, null));
  const draftRows = await database.drafts.toArray();
  const drafts = await Promise.all(
    draftRows.map(async row => {
      const { session, field, revision } = row;
      const content = await open({ table: 'drafts', id: `${session}:${field}`, seq: revision }, row);
      return keep({ session, field, revision, content });
    }),
  );
  return {
    live:
      liveRow && isBackupId(liveRow.session)
        ? { session: liveRow.session, elapsed: clock ? Math.round(elapsedAt(clock, now)) : 0 }
        : null,
    drafts: drafts.flat(),
    settings: await readKept('settings'),
    clients: await readKept('clients'),
    activity: await readKept('activity'),
    unread,
  };
}

function keep<T extends { readonly content?: unknown }>(record: T): T[] {
  return record.content === undefined ? [] : [record];
}

/** Names a record that was not read. Ids and places that nothing of ours has are not repeated. */
function unreadAt({ table, id, seq }: LeftOut, of: Unread['of'], isAll = false): Unread {
  const place = Number.isSafeInteger(seq) && seq >= 0 ? seq : 0;
  return { table, id: isBackupId(id) ? id : 'unnameable', seq: place, of, isAll };
}

function readLogs({ database }: OpenVault, ids: readonly string[]): Promise<EventRow[][]> {
  return database.transaction('r', database.events, () =>
    Promise.all(
      ids.map(id =>
        database.events.where('[session+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
      ),
    ),
  );
}

/** The sessions that have a log and no row in the list, which only damage brings about. */
async function* orphans({ database }: OpenVault, known: ReadonlySet<string>): AsyncGenerator<string> {
  let key: unknown[] = [''];
  for (;;) {
    const row = await database.events.where('[session+seq]').above(key).first();
    if (!row) return;
    if (!known.has(row.session)) yield row.session;
    key = [row.session, Dexie.maxKey];
  }
}

interface OpenedSession {
  readonly session: BackedUpSession | null;
  readonly unread: readonly Unread[];
}

async function openSession(
  vault: OpenVault,
  id: string,
  row: SessionRow | null,
  log: readonly EventRow[],
): Promise<OpenedSession> {
  const opened = await Promise.all(log.map(row => openRow(vault, row)));
  const events = opened
    .flatMap(entries => entries ?? [])
    .map(({ seq, content }) => ({ seq, event: content }))
    .filter(fitsBackup);
  const lost = lostPlaces(log, events);
  const summary = events[0]?.seq === 0 || !row ? null : await openSummary(vault, row);
  const of = ownerOf(events, summary);
  const isAll = events.length === 0;
  const unread = lost.map(seq => unreadAt({ table: 'events', id, seq }, of, isAll));
  if (!of) unread.push(unreadAt({ table: 'sessions', id, seq: 0 }, of));
  if (!isBackupId(id)) return { session: null, unread };
  return { session: { id, events, ...(summary ? { summary } : {}) }, unread };
}

async function openSummary(vault: OpenVault, { id, box }: SessionRow): Promise<SessionSummary | null> {
  const opened = await openOrNull(vault, { table: 'sessions', id, seq: 0 }, box);
  // Goes into the file, which takes no field that the schema does not know.
  const summary = sessionSummarySchema.safeParse(opened?.content);
  return summary.success ? summary.data : null;
}

function ownerOf(events: readonly LoggedEvent[], summary: SessionSummary | null): Unread['of'] {
  const [first] = events;
  const { day, client } =
    first?.event.type === 'started' ? first.event : (summary ?? { day: '', client: null });
  return day === '' ? null : { day, client };
}

function gather(opened: readonly OpenedSession[]): SessionsRead {
  return {
    sessions: opened.map(({ session }) => session).filter(session => session !== null),
    unread: opened.flatMap(({ unread }) => unread),
  };
}

/**
 * The places of a log that tell nothing: rows that did not open, and what is missing before the last event that did. Only
 * an event that opened is believed about its place, since a box opens nowhere else.
 */
function lostPlaces(log: readonly EventRow[], events: readonly LoggedEvent[]): number[] {
  const present = new Set(events.map(({ seq }) => seq));
  const lost = new Set(log.map(({ seq }) => seq).filter(seq => !present.has(seq)));
  const last = events.at(-1)?.seq ?? 0;
  for (let seq = 0; seq <= last; seq += 1) if (!present.has(seq)) lost.add(seq);
  return [...lost].sort((one, other) => one - other);
}
