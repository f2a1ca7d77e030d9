import * as z from 'zod/mini';
import { isSummary } from '../domain/is-summary';
import type { SessionClock } from '../domain/session-clock';
import type { LoggedEvent, StartedEvent } from '../domain/session-event';
import type { SessionSummary } from '../domain/session-summary';
import { Damaged } from '../vault/damaged';
import { reopen, type SessionRow } from './database';
import { type Draft, dropDraft } from './drafts';
import { type OpenVault, openAt, sealAt } from './open-vault';
import { sealLog } from './packed-log';

/** A line of the sessions list. `summary` is null when its row is damaged; the log behind it may still be whole. */
export interface ListedSession {
  readonly id: string;
  readonly summary: SessionSummary | null;
}

const clockSchema = z.object({
  elapsed: z.number(),
  anchor: z.nullable(z.object({ wall: z.number(), mono: z.number(), page: z.string() })),
});

/** The rows of the newest sessions, newest first, and how many sessions there are in all. */
export async function listRows(
  vault: OpenVault,
  most: number,
): Promise<{ readonly rows: readonly SessionRow[]; readonly total: number }> {
  const { sessions } = vault.database;
  const [rows, total] = await Promise.all([sessions.reverse().limit(most).toArray(), sessions.count()]);
  return { rows, total };
}

/** Every session's row, newest first. */
export function allRows(vault: OpenVault): Promise<SessionRow[]> {
  return vault.database.sessions.reverse().toArray();
}

/** The place of the newest session, 0 when there is none. Places grow with each session and may have gaps. */
export async function lastPlace(vault: OpenVault): Promise<number> {
  const [last] = await vault.database.sessions.reverse().limit(1).primaryKeys();
  return last ?? 0;
}

/** The rows of the sessions from one place up to, not including, another, oldest first. */
export function rowsBetween(vault: OpenVault, from: number, to: number): Promise<SessionRow[]> {
  return vault.database.sessions.where('n').between(from, to).toArray();
}

/** Opens rows of the list. A damaged one keeps its place without a summary and stops nothing. */
export function openSummaries(vault: OpenVault, rows: readonly SessionRow[]): Promise<ListedSession[]> {
  return Promise.all(rows.map(row => openSummary(vault, row)));
}

/** The line of one session; null when there is none or it is damaged. */
export async function getSummary(vault: OpenVault, id: string): Promise<SessionSummary | null> {
  const row = await vault.database.sessions.where('id').equals(id).first();
  return row ? (await openSummary(vault, row)).summary : null;
}

/** Whether the key opens any of the newest records; true when there are none. One damaged record decides nothing. */
export async function opensRecords(vault: OpenVault): Promise<boolean> {
  const { rows } = await listRows(vault, 10);
  const listed = await openSummaries(vault, rows);
  return listed.length === 0 || listed.some(({ summary }) => summary !== null);
}

/** @returns the id of the session that is live, or null. */
export async function getLiveSession(vault: OpenVault): Promise<string | null> {
  const row = await vault.database.live.toCollection().first();
  return row?.session ?? null;
}

/** @returns null when the clock's row is gone or damaged; the log then tells the latest minute known. */
export async function getClock(vault: OpenVault, session: string): Promise<SessionClock | null> {
  const row = await vault.database.live.get(session);
  if (!row) return null;
  try {
    const clock = clockSchema.safeParse(await openAt(vault, livePlace(session), row.box));
    return clock.success ? clock.data : null;
  } catch (error) {
    if (error instanceof Damaged) return null;
    throw error;
  }
}

/** Keeps a new anchor while the session is live; does nothing once it has ended. */
export async function keepClock(vault: OpenVault, session: string, clock: SessionClock): Promise<void> {
  await (await readyClock(vault, session, clock))();
}

/** @returns false when another session is live, and then nothing was written. */
export async function createSession(
  vault: OpenVault,
  id: string,
  started: StartedEvent,
  clock: SessionClock,
): Promise<boolean> {
  await reopen(vault.database);
  const { day, client, checklist } = started;
  const summary: SessionSummary = { day, client, checklist, state: 'live', minutes: 0 };
  const [event, listed, live] = await Promise.all([
    sealAt(vault, { table: 'events', id, seq: 0 }, started),
    sealAt(vault, summaryPlace(id), summary),
    sealAt(vault, livePlace(id), clock),
  ]);
  const { database } = vault;
  return database.transaction('rw', database.events, database.sessions, database.live, async () => {
    if ((await database.live.count()) > 0) return false;
    await database.events.add({ session: id, seq: 0, box: event });
    await database.sessions.add({ id, box: listed });
    await database.live.add({ session: id, box: live });
    return true;
  });
}

/** Makes room for another live session; the log and the note of this one stay as they are, readable or not. */
export async function setAside(vault: OpenVault, session: string): Promise<void> {
  await vault.database.live.delete(session);
}

/** Adds a session whose whole log is known, all of it or nothing. */
export async function addFinishedSession(
  vault: OpenVault,
  id: string,
  log: readonly LoggedEvent[],
  summary: SessionSummary,
): Promise<void> {
  const rows = await sealLog(vault, id, log);
  const box = await sealAt(vault, summaryPlace(id), summary);
  const { database } = vault;
  await database.transaction('rw', database.events, database.sessions, async () => {
    await database.events.bulkAdd(rows);
    await database.sessions.add({ id, box });
  });
}

/** Readies the write of a session's line in the list, for the transaction that changes its log. */
export async function readySummary(
  vault: OpenVault,
  id: string,
  summary: SessionSummary,
): Promise<() => Promise<void>> {
  const box = await sealAt(vault, summaryPlace(id), summary);
  return async () => {
    await vault.database.sessions.where('id').equals(id).modify({ box });
  };
}

/** Readies the write of a live session's clock, for the transaction that stops it or lets it go on. */
export async function readyClock(
  vault: OpenVault,
  session: string,
  clock: SessionClock,
): Promise<() => Promise<void>> {
  const box = await sealAt(vault, livePlace(session), clock);
  return async () => {
    await vault.database.live.update(session, { box });
  };
}

/**
 * Readies the writes that go with the end of a session: its summary is final, its clock and its note's draft go. They
 * reject with Overtaken when another page has saved a newer draft.
 */
export async function readyEnd(
  vault: OpenVault,
  id: string,
  summary: SessionSummary,
  note: Draft,
): Promise<() => Promise<void>> {
  const list = await readySummary(vault, id, summary);
  const { database } = vault;
  return async () => {
    await list();
    await database.live.delete(id);
    await dropDraft(database, id, 'note', note);
  };
}

/** Thrown inside a transaction, which then writes nothing, when a session is live already. */
export class AnotherIsLive extends Error {
  override readonly name = 'AnotherIsLive';
}

/** Readies the writes that take back the end of a session. They reject with AnotherIsLive while one is live. */
export async function readyGoingOn(
  vault: OpenVault,
  id: string,
  summary: SessionSummary,
  clock: SessionClock,
): Promise<() => Promise<void>> {
  const list = await readySummary(vault, id, summary);
  const box = await sealAt(vault, livePlace(id), clock);
  const { live } = vault.database;
  return async () => {
    if ((await live.count()) > 0) throw new AnotherIsLive();
    await live.add({ session: id, box });
    await list();
  };
}

async function openSummary(vault: OpenVault, { id, box }: SessionRow): Promise<ListedSession> {
  try {
    const summary = await openAt(vault, summaryPlace(id), box);
    return { id, summary: isSummary(summary) ? summary : null };
  } catch (error) {
    if (error instanceof Damaged) return { id, summary: null };
    throw error;
  }
}

function summaryPlace(id: string) {
  return { table: 'sessions', id, seq: 0 } as const;
}

function livePlace(session: string) {
  return { table: 'live', id: session, seq: 0 } as const;
}
