import { areUnchanged, type OpenedClient, type readyClientRow } from './clients';
import { type EventRow, reopen } from './database';
import type { OpenVault } from './open-vault';

/** One session as it will be: what is added to its log, and its line in the list. */
export interface RenamedSession {
  readonly id: string;
  /** Empty when the log tells the new code already, or cannot be told at all. */
  readonly rows: readonly EventRow[];
  /** Writes the line; runs inside the transaction. */
  readonly writeLine: () => Promise<void>;
}

/** All that a new code changes, and what was seen when that was decided. */
export interface Renaming {
  readonly sessions: readonly RenamedSession[];
  /** The rows of the old code and of the new one, which become one. */
  readonly oldRows: readonly string[];
  readonly newRow: Awaited<ReturnType<typeof readyClientRow>> | null;
  readonly knownClients: readonly OpenedClient[];
  readonly knownSessions: number;
}

/**
 * Writes a new code into every session of a client and into what is kept about it, all in one transaction: no crash leaves
 * half of it. `changed`: something else was written meanwhile, nothing was; look again and decide anew.
 */
export async function writeRenaming(vault: OpenVault, renaming: Renaming): Promise<'renamed' | 'changed'> {
  await reopen(vault.database);
  const { database } = vault;
  const rows = renaming.sessions.flatMap(session => session.rows);
  const places = rows.map(({ session, seq }): [string, number] => [session, seq]);
  const before = places.map(([session, seq]): [string, number] => [session, seq - 1]);
  return database.transaction('rw', database.tables, async () => {
    if (!(await areUnchanged(vault, renaming.knownClients))) return 'changed';
    if ((await database.sessions.count()) !== renaming.knownSessions) return 'changed';
    const [taken, standing] = [await database.events.bulkGet(places), await database.events.bulkGet(before)];
    if (taken.some(row => row) || standing.some(row => !row)) return 'changed';
    await database.events.bulkAdd(rows);
    for (const { writeLine } of renaming.sessions) await writeLine();
    await database.clients.bulkDelete([...renaming.oldRows]);
    if (renaming.newRow) await database.clients.put(renaming.newRow);
    return 'renamed';
  });
}
