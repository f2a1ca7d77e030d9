import { type Keyring, parseKeyring } from '../vault/keyring';
import { reopen, type VaultDatabase } from './database';
import { SEALED_TABLES } from './every-record';
import { aSweepIsDue, noSweepIsDue } from './sweep-due';

/** @returns null when this database has never held a vault; throws Damaged when the keyring cannot be read. */
export async function getKeyring(database: VaultDatabase): Promise<Keyring | null> {
  const row = await database.keyring.get('keyring');
  return row ? parseKeyring(row.keyring) : null;
}

/** Stores the first keyring. Throws when there is one already, or records: a vault is never replaced by another. */
export async function addKeyring(database: VaultDatabase, keyring: Keyring): Promise<void> {
  await reopen(database);
  await database.transaction('rw', database.tables, async () => {
    if (await hasRecords(database)) throw new Error('There are records that another keyring opens.');
    await database.keyring.add({ id: 'keyring', keyring, ...noSweepIsDue() });
  });
}

/** Whether anything sealed is stored. */
export async function hasRecords(database: VaultDatabase): Promise<boolean> {
  const counts = await Promise.all(SEALED_TABLES.map(table => database.table(table).limit(1).count()));
  return counts.some(count => count > 0);
}

/** What stands in the keyring's place while a vault is being erased. */
const DESTROYED = 'destroyed';

/**
 * Puts an empty word in the keyring's place: from then on nothing opens the records, and whoever opens the database
 * next finishes the erasure. Resolves once it is on the disk.
 * @param isStillSo asked inside the transaction.
 * @returns false when it is not so any more, and then nothing was written.
 */
export async function destroyKeyring(
  database: VaultDatabase,
  isStillSo: () => Promise<boolean>,
): Promise<boolean> {
  await reopen(database);
  return database.transaction('rw', database.keyring, database.clients, async () => {
    if (!(await isStillSo())) return false;
    await database.keyring.put({ id: 'keyring', keyring: DESTROYED });
    return true;
  });
}

/** Whether an erasure was begun here. */
export async function isDestroyed(database: VaultDatabase): Promise<boolean> {
  return (await database.keyring.get('keyring'))?.keyring === DESTROYED;
}

/**
 * Puts a new keyring in the place of the one it was made from.
 * @returns false when another page replaced that one meanwhile, and then nothing was written.
 */
export async function swapKeyring(database: VaultDatabase, from: Keyring, to: Keyring): Promise<boolean> {
  await reopen(database);
  return database.transaction('rw', database.keyring, async () => {
    const row = await database.keyring.get('keyring');
    if (!row || JSON.stringify(parseKeyring(row.keyring)) !== JSON.stringify(from)) return false;
    // In the same write, so that a browser that dies before the sweep leaves word of it.
    await database.keyring.put({ id: 'keyring', keyring: to, ...aSweepIsDue() });
    return true;
  });
}
