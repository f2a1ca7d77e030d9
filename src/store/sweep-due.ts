import type { VaultDatabase } from './database';
import { sweepDisk } from './sweep';

// The word that a sweep is due stands in the keyring's row, written with whatever makes it due: so a browser that dies
// before the sweep leaves word of it, and the next page that opens can see to it, locked or not.

/**
 * Bytes that the keyring's row grows by, step by step, before it is written as it is. Firefox keeps it in a page of 4 kB and
 * leaves replaced bytes in the gaps there; as the row outgrows one gap after the other they are overwritten, or closed up
 * and blanked.
 */
const FILLERS = Array.from({ length: 32 }, (_, step) => 96 * (step + 1));

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
  const fillers = FILLERS.map(bytes => crypto.getRandomValues(new Uint8Array(bytes)));
  try {
    const before = await database.keyring.get('keyring');
    if (!before?.isSweepDue) return;
    await sweepDisk();
    await database.transaction('rw', database.keyring, async () => {
      const row = await database.keyring.get('keyring');
      // One that was replaced since waits for a sweep of its own.
      if (!row || JSON.stringify(row) !== JSON.stringify(before)) return;
      for (const filler of fillers) await database.keyring.put({ ...row, filler });
      await database.keyring.put({ id: 'keyring', keyring: row.keyring });
    });
  } catch {
    // Still due.
  }
}
