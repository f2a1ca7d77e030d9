import { isFromNewer, type VaultDatabase } from '../store/database';
import { deleteAllDatabases } from '../store/delete-all';
import { readBackMigration } from '../store/read-back';
import { findStanding, type VaultStanding } from '../store/standing';
import { Damaged } from '../vault/damaged';
import type { DataKey } from '../vault/data-key';
import type { StoreMarks } from './store-marks';
import type { UnreadableCause, VaultState } from './vault-access';

/**
 * How the therapist's own vault stands, by what its database holds, whether its key is held, and whether one was ever kept
 * here; where there is one, that is remembered.
 */
export async function findOwnVault(
  database: VaultDatabase,
  dataKey: DataKey | null,
  kept: StoreMarks['kept'],
): Promise<VaultState> {
  const standing = await findStanding(database).catch((cause: unknown): VaultStanding => {
    // With the key in hand the records can be read, and saved, whatever became of the keyring.
    if (dataKey && cause instanceof Damaged) return 'vault';
    throw cause;
  });
  if (standing === 'destroyed') {
    database.close();
    await kept.clear().catch(() => {});
    await deleteAllDatabases();
    return { is: 'none' };
  }
  if (standing === 'nothing') {
    const wasKept = dataKey !== null || (await kept.read().catch(() => false));
    return wasKept ? { is: 'unreadable', because: 'gone' } : { is: 'none' };
  }
  // It only helps to tell a later loss; opening does not wait for it.
  void kept.set().catch(() => {});
  if (dataKey) {
    const vault = { database, key: dataKey.aes };
    // Nobody waits for it, and when it fails the next page tries again.
    void readBackMigration(vault).catch(() => {});
    return { is: 'unlocked', vault, kind: 'own' };
  }
  if (standing === 'keyring-missing') return { is: 'unreadable', because: standing };
  return { is: 'locked' };
}

/** What to tell of a database that would not open. */
export function causeOf(error: unknown): UnreadableCause {
  if (error instanceof Damaged) return 'damaged';
  return isFromNewer(error) ? 'newer' : 'closed';
}
