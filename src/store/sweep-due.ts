import type { KeyringRow, VaultDatabase } from './database';
import { sweepDisk } from './sweep';

// The word that a sweep is due stands in the keyring's row, written with whatever makes it due: so a browser that dies
// before the sweep, or in it, leaves word of it. It is swept at once, and once more by the next page that opens, locked or
// not; only that one takes the word back.

/** Milliseconds after a sweep. */
const WRITTEN_AGAIN = [4_000, 12_000];

/**
 * Bytes that the keyring's row grows by, step by step, before it is written as it is. Firefox keeps it in a page of 4 kB and
 * leaves replaced bytes in the gaps there; as the row outgrows one gap after the other they are overwritten, or closed up
 * and blanked.
 */
const FILLERS = Array.from({ length: 32 }, (_, step) => 96 * (step + 1));

/** A word of its own each time, so that what became due during a sweep is told from what it swept. */
export function aSweepIsDue(): { sweepDue: string } {
  return { sweepDue: crypto.randomUUID() };
}

/** Notes that something was erased whose bytes may still lie on the disk. To be called inside its transaction. */
export async function noteSweepDue({ keyring }: VaultDatabase): Promise<void> {
  const row = await keyring.get('keyring');
  if (row) await keyring.put({ ...row, ...aSweepIsDue() });
}

/** Whether something was replaced or erased here and its bytes may still lie on the disk. */
export async function isSweepDue({ keyring }: VaultDatabase): Promise<boolean> {
  return (await keyring.get('keyring'))?.sweepDue !== undefined;
}

/**
 * Takes bytes of a replaced slot or of erased records off the disk. With an old slot and its secret a thief of the disk
 * would open the vault; with the vault's own secret, records that were erased. Does nothing when none is due; never rejects;
 * it stays due either way.
 */
export async function sweepNow(database: VaultDatabase): Promise<void> {
  if (!(await isSweepDue(database).catch(() => false))) return;
  const again = () => fillGaps(database, row => row).catch(() => {});
  await sweepDisk().catch(() => {});
  await again();
  // Firefox moves its log into the file once nothing was written for two seconds, but not while anything reads, and tries
  // again only after another write.
  for (const later of WRITTEN_AGAIN) setTimeout(again, later);
}

/** Sweeps once more what an earlier page left due, and takes the word back. Rejects when the browser will not write. */
export async function sweepIfDue(database: VaultDatabase): Promise<void> {
  const before = await database.keyring.get('keyring');
  if (before?.sweepDue === undefined) return;
  await sweepDisk();
  await fillGaps(database, row => {
    const { sweepDue, ...swept } = row;
    return sweepDue === before.sweepDue ? swept : row;
  });
}

/** Writes the keyring's row again and again, each time a little larger, and at last as `asLeft` has it. */
async function fillGaps(database: VaultDatabase, asLeft: (row: KeyringRow) => KeyringRow): Promise<void> {
  const fillers = FILLERS.map(bytes => crypto.getRandomValues(new Uint8Array(bytes)));
  await database.transaction('rw', database.keyring, async () => {
    const row = await database.keyring.get('keyring');
    if (!row) return;
    for (const filler of fillers) await database.keyring.put({ ...row, filler });
    await database.keyring.put(asLeft(row));
  });
}
