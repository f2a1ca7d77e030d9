import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Box } from '../vault/seal';
import { keepCopy } from './copies';
import { getStoredVersion } from './installed';
import { latestOf, SCHEMA, type Schema } from './schema';

/** One event of one session, sealed. The session's id is random; `seq` counts from 0. */
export interface EventRow {
  readonly session: string;
  readonly seq: number;
  readonly box: Box;
}

/** A session's sealed summary. `n` grows with each session, so the newest can be read first. */
export interface SessionRow {
  readonly n: number;
  readonly id: string;
  readonly box: Box;
}

/** The sealed clock of the session that is live. The row is there exactly while it is. */
export interface LiveRow {
  readonly session: string;
  readonly box: Box;
}

/** Words still being typed. `revision` grows with each save, so that two writers notice each other. */
export interface DraftRow {
  readonly session: string;
  readonly field: string;
  readonly revision: number;
  readonly box: Box;
}

/** A sealed setting, or a sealed fact about the vault as a whole. The id is a fixed word. */
export interface SettingRow {
  readonly id: string;
  readonly box: Box;
}

/** What is kept about one client, sealed, its code included. The id is random. */
export interface ClientRow {
  readonly id: string;
  readonly box: Box;
}

/** One line of the activity log, sealed: what was done with the vault, never with what content. */
export interface ActivityRow {
  readonly id: string;
  readonly box: Box;
}

/** The one keyring. Its secrets are wrapped; nothing else in the database is readable without it. */
export interface KeyringRow {
  readonly id: 'keyring';
  readonly keyring: unknown;
  /** Whether bytes of an earlier keyring, or of erased records, may still lie on the disk; see `sweep-due`. */
  readonly sweep?: string;
}

/** The schema version that goes into every seal; it changes when a box's content changes its shape. */
export const BOX_VERSION = 1;

/**
 * The database of one vault. Opaque ids, counters and boxes are all it holds, and the keyring that opens them.
 * Each write is flushed to the disk before it counts as done.
 */
export class VaultDatabase extends Dexie {
  declare keyring: EntityTable<KeyringRow, 'id'>;
  declare sessions: EntityTable<SessionRow, 'n'>;
  declare events: Table<EventRow, [string, number]>;
  declare live: EntityTable<LiveRow, 'session'>;
  declare drafts: Table<DraftRow, [string, string]>;
  declare settings: EntityTable<SettingRow, 'id'>;
  declare clients: EntityTable<ClientRow, 'id'>;
  declare activity: EntityTable<ActivityRow, 'id'>;

  constructor(name: string, schema: Schema = SCHEMA) {
    // Browsers default to relaxed durability, which may lose the last seconds when the machine goes down.
    // Its cache would keep and copy every box that is followed, and tell of writes before they are on the disk.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of schema) {
      const installed = this.version(version).stores({ ...stores });
      if (upgrade) installed.upgrade(upgrade);
    }
    // Otherwise a page would open the database anew, and empty, right after another page has erased it.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
      return false;
    });
  }
}

/** A database that a newer Sidelight has written. */
class FromNewer extends Error {
  override readonly name = 'FromNewer';
}

/**
 * Opens a vault's database; makes an empty one when there is none. One of an older version is copied before it is
 * brought up to date; see `readBackMigration` for what becomes of the copy. One of a newer version is not touched, and
 * the error is one that `isFromNewer` knows.
 */
export async function openDatabase(name: string, schema: Schema = SCHEMA): Promise<VaultDatabase> {
  const database = new VaultDatabase(name, schema);
  const latest = latestOf(schema);
  if (await isBehind(name, latest)) {
    // In one page at a time: another one must not copy what this one is just changing.
    await navigator.locks.request(`${name} to ${latest}`, async () => {
      if (!(await isBehind(name, latest))) return;
      await keepCopy(name, latest);
      await database.open();
    });
  }
  if (!database.isOpen()) await database.open();
  return database;
}

/** Throws FromNewer: Dexie by itself would open such a database, and change tables that it takes for broken. */
async function isBehind(name: string, latest: number): Promise<boolean> {
  const stored = await getStoredVersion(name);
  if (stored !== null && stored > latest) throw new FromNewer();
  return stored !== null && stored < latest;
}

/** Deletes a vault's database with all it holds. */
export function deleteDatabase(name: string): Promise<void> {
  return Dexie.delete(name);
}

/** Whether a database would not open because a newer Sidelight has written it. */
export function isFromNewer(error: unknown): boolean {
  return error instanceof FromNewer;
}

/** Whether the browser would not write or read, as with a full disk; trying again later can help. Else it is a bug. */
export function isWriteFailure(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException;
}

/** Opens the database again if the browser closed it, so that a later try can succeed. Never makes a new one. */
export async function reopen(database: VaultDatabase): Promise<void> {
  if (database.isOpen()) return;
  if ((await getStoredVersion(database.name)) !== database.verno)
    throw new Error('Another database is there now.');
  await database.open();
}
