import type { KeyringRow, VaultDatabase } from './database';
import { sweepDisk } from './sweep';

// The word that a sweep is due stands in the keyring's row, written with whatever makes it due: so a browser that dies
// before the sweep leaves word of it, and the next page that opens can see to it, locked or not.

/** Notes that something was erased whose bytes may still lie on the disk. To be called inside its transaction. */
export async function noteSweepDue({ keyring }: VaultDatabase): Promise<void> {
  const row = await keyring.get('keyring');
  if (row) await keyring.put({ ...row, isSweepDue: true });
}

/** Whether something was replaced or erased here and its bytes may still lie on the disk. */
export async function isSweepDue({ keyring }: VaultDatabase): Promise<boolean> {
  return (await keyring.get('keyring'))?.isSweepDue === true;
}

/**
 * Takes bytes of a replaced slot or of erased records off the disk, if any may lie there. With an old slot and its secret
 * a thief of the disk would open the vault; with the vault's own secret, records that were erased. Never rejects: when the
 * browser will not write, the sweep stays due.
 */
export async function sweepIfDue(database: VaultDatabase): Promise<void> {
  try {
    const before = await database.keyring.get('keyring');
    if (!before?.isSweepDue) return;
    await sweepDisk();
    const swept = { id: 'keyring', keyring: before.keyring } as const;
    if (!(await swap(database, before, swept))) return;
    // Firefox moves what an earlier write left in its log into the file with each write, but not while anything reads:
    // once more, now that all is quiet.
    await swap(database, swept, swept);
  } catch {
    // Still due.
  }
}

/** @returns false when the row is another one by now; one that was replaced since waits for a sweep of its own. */
function swap(database: VaultDatabase, from: KeyringRow, to: KeyringRow): Promise<boolean> {
  return database.transaction('rw', database.keyring, async () => {
    const row = await database.keyring.get('keyring');
    if (JSON.stringify(row) !== JSON.stringify(from)) return false;
    await database.keyring.put(to);
    return true;
  });
}
