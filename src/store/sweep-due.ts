import type { VaultDatabase } from './database';
import { sweepDisk } from './sweep';

// The word that a sweep is due stands in the keyring's row, written with whatever makes it due: so a browser that dies
// before the sweep, or in it, leaves word of it. It is swept at once, and once more by the next page that opens, locked or
// not; only that one takes the word back.
//
// The word is always there and always as long: Firefox writes a row of the same size over the old one, while one that grew
// goes elsewhere in its file and leaves the old bytes in the gap.

/** Milliseconds after the first sweep. */
const SWEPT_AGAIN = [4_000, 12_000];
const DUE = 'due:';

/** Different each time, so that what became due during a sweep is told from what it swept. */
export function aSweepIsDue(): { sweep: string } {
  return { sweep: `${DUE}${crypto.randomUUID()}` };
}

/** As long as `aSweepIsDue`. */
export function noSweepIsDue(): { sweep: string } {
  return { sweep: `not:${crypto.randomUUID()}` };
}

/** Notes that something was erased whose bytes may still lie on the disk. To be called inside its transaction. */
export async function noteSweepDue({ keyring }: VaultDatabase): Promise<void> {
  const row = await keyring.get('keyring');
  if (row) await keyring.put({ ...row, ...aSweepIsDue() });
}

/** Whether something was replaced or erased here and its bytes may still lie on the disk. */
export async function isSweepDue({ keyring }: VaultDatabase): Promise<boolean> {
  return (await keyring.get('keyring'))?.sweep?.startsWith(DUE) === true;
}

/**
 * Takes bytes of a replaced slot or of erased records off the disk. With an old slot and its secret a thief of the disk
 * would open the vault; with the vault's own secret, records that were erased. Does nothing when none is due; never rejects;
 * it stays due either way.
 */
export async function sweepNow(database: VaultDatabase): Promise<void> {
  if (!(await isSweepDue(database).catch(() => false))) return;
  const sweep = async () => {
    await sweepDisk().catch(() => {});
    await writeAgain(database).catch(() => {});
  };
  await sweep();
  // Chromium merges its files by layers; what lay deep when it was deleted may need another round.
  for (const later of SWEPT_AGAIN) setTimeout(sweep, later);
}

/** Sweeps once more what an earlier page left due, and takes the word back. Rejects when the browser will not write. */
export async function sweepIfDue(database: VaultDatabase): Promise<void> {
  const before = await database.keyring.get('keyring');
  if (!before?.sweep?.startsWith(DUE)) return;
  await sweepDisk();
  await database.transaction('rw', database.keyring, async () => {
    const row = await database.keyring.get('keyring');
    if (row && row.sweep === before.sweep) await database.keyring.put({ ...row, ...noSweepIsDue() });
  });
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
