import type { VaultDatabase } from './database';
import { getKeyring, hasRecords, isDestroyed } from './keyring';

/**
 * What a database holds, as far as that can be known without a key: nothing yet, a vault, a vault whose erasure was
 * begun, or records without the keyring that opens them.
 */
export type VaultStanding = 'nothing' | 'vault' | 'destroyed' | 'keyring-missing';

/** Reads only. Throws Damaged when there is a keyring that cannot be read. */
export async function findStanding(database: VaultDatabase): Promise<VaultStanding> {
  if (await isDestroyed(database)) return 'destroyed';
  if (await getKeyring(database)) return 'vault';
  return (await hasRecords(database)) ? 'keyring-missing' : 'nothing';
}
