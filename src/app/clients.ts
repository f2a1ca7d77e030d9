import type { ContextChip } from '../domain/client-context';
import type { ClientRecord } from '../domain/client-record';
import { type Client, type ClientSession, gatherClients } from '../domain/clients';
import { foldSession } from '../domain/session';
import { changeClient, type OpenedClient, readClients } from '../store/clients';
import { followQuery } from '../store/live';
import type { OpenVault } from '../store/open-vault';
import { readLog } from '../store/session-log';
import { openSummaries } from '../store/sessions';
import type { World } from './world';

/** Every client, and what could not be told of whom it is. */
export interface ClientsReading {
  readonly clients: readonly Client[];
  /** Sessions of which neither the summary nor the beginning opens. */
  readonly damagedSessions: number;
  /** Client rows that do not open. One of them may have held a legal hold. */
  readonly damagedRecords: number;
  /** What an erasure must find unchanged. */
  readonly seen: { readonly clients: readonly OpenedClient[]; readonly sessions: number };
}

/** Reads who the sessions are about. Opens every summary, which takes a tenth of a second for ten thousand. */
export async function readAllClients(vault: OpenVault, today: string): Promise<ClientsReading> {
  const [rows, clients] = await Promise.all([vault.database.sessions.toArray(), readClients(vault)]);
  const listed = await openSummaries(vault, rows);
  const sessions = await Promise.all(
    listed.map(async ({ id, summary }): Promise<ClientSession | null> => {
      if (summary) return { id, client: summary.client, day: summary.day, isLive: summary.state === 'live' };
      return readFromLog(vault, id);
    }),
  );
  const records = clients.map(({ record }) => record);
  return {
    clients: gatherClients(sessions.filter(isThere), records.filter(isThere), today),
    damagedSessions: sessions.filter(session => session === null).length,
    damagedRecords: records.filter(record => record === null).length,
    seen: { clients, sessions: rows.length },
  };
}

/** The clients whose retention day has come. Looks at the sessions only if any client has a retention at all. */
export async function readDueClients(vault: OpenVault, today: string): Promise<readonly Client[]> {
  const kept = await readClients(vault);
  if (!kept.some(({ record }) => record !== null && record.years !== null)) return [];
  const { clients } = await readAllClients(vault, today);
  return clients.filter(({ isDue }) => isDue);
}

/** Tells every client now and after every change of a session or a client, until the returned function is called. */
export function followClients(
  vault: OpenVault,
  world: Pick<World, 'today'>,
  onReading: (reading: ClientsReading) => void,
): () => void {
  const { sessions, clients } = vault.database;
  // Only what the query reads is watched; the reading itself opens boxes, which no query may wait for.
  return followQuery(
    () => Promise.all([sessions.count(), sessions.toCollection().last(), clients.toArray()]),
    async () => onReading(await readAllClients(vault, world.today())),
  );
}

/** Sets after how many years erasing is proposed, or null for never. */
export function setRetention(vault: OpenVault, world: World, code: string | null, years: number | null) {
  return change(vault, world, code, record => ({ ...record, years }));
}

/** Blocks every deletion of this client from today on. An older hold keeps its day. */
export function setHold(vault: OpenVault, world: World, code: string | null, reason: string): Promise<void> {
  const since = world.today();
  return change(vault, world, code, record => ({
    ...record,
    hold: { reason, since: record.hold?.since ?? since },
  }));
}

/** How trust is for this client, as the therapist noted it. */
export async function getContext(vault: OpenVault, code: string): Promise<readonly ContextChip[]> {
  const known = await readClients(vault);
  return known.flatMap(({ record }) => (record?.code === code ? (record.context ?? []) : []));
}

/** Notes how trust is for this client; the chips given take the place of those noted before. */
export function setContext(vault: OpenVault, world: World, code: string, chips: readonly ContextChip[]) {
  return change(vault, world, code, record => ({ ...record, context: [...chips] }));
}

/** Puts a client away, or takes it out again. Nothing else changes by it. */
export function setArchived(vault: OpenVault, world: World, code: string | null, archived: boolean) {
  return change(vault, world, code, record => ({ ...record, archived }));
}

/** Lifts a legal hold. */
export function liftHold(vault: OpenVault, world: World, code: string | null): Promise<void> {
  return change(vault, world, code, record => ({ ...record, hold: null }));
}

function change(
  vault: OpenVault,
  world: World,
  code: string | null,
  how: (record: ClientRecord) => ClientRecord,
): Promise<void> {
  return changeClient(vault, code, world.newId(), how);
}

/** Whose session it is, as its log tells, when its summary is damaged. */
async function readFromLog(vault: OpenVault, id: string): Promise<ClientSession | null> {
  const session = foldSession((await readLog(vault, id)).log);
  if (!session) return null;
  const isLive = (await vault.database.live.get(id)) !== undefined;
  return { id, client: session.client, day: session.day, isLive };
}

function isThere<T>(value: T | null): value is T {
  return value !== null;
}
