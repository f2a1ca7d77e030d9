import { Dexie } from 'dexie';
import { listCopies, openAsItIs } from './copies';
import { checkEveryRecord } from './every-record';
import type { OpenVault } from './open-vault';

/** What a look back at a migration found. `kept`: fewer records open than before, so the copy stays. */
export type ReadBack = 'no-copy' | 'dropped' | 'kept';

/**
 * Reads every record of a vault that was brought up to date, and the copies from before. A copy goes only when at least
 * as many records open in the vault as in the copy.
 */
export async function readBackMigration(vault: OpenVault): Promise<ReadBack> {
  const copies = await listCopies(vault.database.name);
  if (copies.length === 0) return 'no-copy';
  const { opened } = await checkEveryRecord(vault);
  let result: ReadBack = 'dropped';
  for (const name of copies) {
    const database = await openAsItIs(name);
    const before = await checkEveryRecord({ database, key: vault.key }).finally(() => database.close());
    if (opened >= before.opened) await Dexie.delete(name);
    else result = 'kept';
  }
  return result;
}
