import type { VaultDatabase } from './database';
import { sweepDisk } from './sweep';

/** Milliseconds after the sweep. */
const WRITTEN_AGAIN = [4_000, 12_000];

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
    await database.transaction('rw', database.keyring, async () => {
      const row = await database.keyring.get('keyring');
      // One that was replaced since waits for a sweep of its own.
      if (!row || JSON.stringify(row) !== JSON.stringify(before)) return;
      await database.keyring.put({ id: 'keyring', keyring: row.keyring });
    });
    for (const later of WRITTEN_AGAIN) setTimeout(() => writeAgain(database).catch(() => {}), later);
  } catch {
    // Still due.
  }
}

/**
 * Firefox moves its log into the file once nothing was written for two seconds, but not while anything reads, and tries
 * again only after another write.
 */
async function writeAgain(database: VaultDatabase): Promise<void> {
  await database.transaction('rw', database.keyring, async () => {
    const row = await database.keyring.get('keyring');
    if (row) await database.keyring.put(row);
  });
}
