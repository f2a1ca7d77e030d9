import { Dexie } from 'dexie';
import { areUnchanged, type OpenedClient } from './clients';
import { reopen } from './database';
import type { OpenVault } from './open-vault';
import { noteSweepDue } from './sweep-due';

/** What is to go, and what was seen when that was decided. */
export interface Erasure {
  /** Ids of the sessions, each with its log, its summary and its drafts. */
  readonly sessions: readonly string[];
  /** Ids of rows of the clients table. */
  readonly clients: readonly string[];
  /** The clients table as it was: a hold may have been set in another window since. */
  readonly knownClients: readonly OpenedClient[];
  /** How many sessions there were. */
  readonly knownSessions: number;
}

/** What became of it. `changed`: other sessions or client rows are there now; look again and decide anew. */
export type Erased = 'erased' | 'changed' | 'session-live';

/**
 * Erases sessions and client rows, all of them or nothing. Resolves once they are gone from the database; their sealed
 * bytes lie on the disk until the sweep that is due then.
 * @param alongside a write that must land with it; runs inside the transaction.
 */
export async function eraseSessions(
  vault: OpenVault,
  { sessions, clients, knownClients, knownSessions }: Erasure,
  alongside: () => Promise<void>,
): Promise<Erased> {
  await reopen(vault.database);
  const { database } = vault;
  return database.transaction('rw', database.tables, async () => {
    if (!(await areUnchanged(vault, knownClients))) return 'changed';
    if ((await database.sessions.count()) !== knownSessions) return 'changed';
    const live = await database.live.toCollection().primaryKeys();
    if (live.some(session => sessions.includes(session))) return 'session-live';
    for (const id of sessions) {
      const every = [
        [id, Dexie.minKey],
        [id, Dexie.maxKey],
      ] as const;
      await database.events
        .where('[session+seq]')
        .between(...every, true, true)
        .delete();
      await database.drafts
        .where('[session+field]')
        .between(...every, true, true)
        .delete();
    }
    await database.sessions.where('id').anyOf(sessions).delete();
    // Chromium leaves a deleted row's entry in an index until someone who may write comes by it, and no sweep takes it away.
    await database.sessions.where('id').anyOf(sessions).primaryKeys();
    await database.clients.bulkDelete([...clients]);
    await alongside();
    await noteSweepDue(database);
    return 'erased';
  });
}
