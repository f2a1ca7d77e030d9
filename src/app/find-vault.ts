import { isFromNewer, type VaultDatabase } from '../store/database';
import { deleteAllDatabases } from '../store/delete-all';
import { readBackMigration } from '../store/read-back';
import { findStanding, type VaultStanding } from '../store/standing';
import { Damaged } from '../vault/damaged';
import type { DataKey } from '../vault/data-key';
import type { UnreadableCause, VaultState } from './vault-access';

/** How the therapist's own vault stands, by what its database holds and whether its key is held. */
export async function findOwnVault(database: VaultDatabase, dataKey: DataKey | null): Promise<VaultState> {
  const standing = await findStanding(database).catch((cause: unknown): VaultStanding => {
    // With the key in hand the records can be read, and saved, whatever became of the keyring.
    if (dataKey && cause instanceof Damaged) return 'vault';
    throw cause;
  });
  if (standing === 'destroyed') {
    database.close();
    await deleteAllDatabases();
    return { is: 'none' };
  }
  if (dataKey) {
    if (standing === 'nothing') return { is: 'unreadable', because: 'gone' };
    const vault = { database, key: dataKey.aes };
    // Nobody waits for it, and when it fails the next page tries again.
    void readBackMigration(vault).catch(() => {});
    return { is: 'unlocked', vault, kind: 'own' };
  }
  if (standing === 'keyring-missing') return { is: 'unreadable', because: standing };
  return { is: standing === 'vault' ? 'locked' : 'none' };
}

/** What to tell of a database that would not open. */
export function causeOf(error: unknown): UnreadableCause {
  if (error instanceof Damaged) return 'damaged';
  return isFromNewer(error) ? 'newer' : 'closed';
}
