import { sweepDisk } from '../store/sweep';
import type { SharedMemory } from './key-memory';

/** What is remembered of the store outside of it. */
export interface StoreMarks {
  /** That a page has looked since the browser started; null where nothing needs doing then. */
  readonly looked: SharedMemory<true> | null;
  /** That a vault was kept here: so a store that the browser has cleared is told from one that never was. */
  readonly kept: { read(): Promise<boolean>; set(): Promise<void>; clear(): Promise<void> };
}

/**
 * Has Chromium begin a new log once after each start of the browser.
 *
 * When it is killed, or the power goes, in the middle of a large write, its log ends in half a record. At the next start it
 * goes on writing behind that half; at the start after next it takes the log for damaged and deletes the whole database,
 * every vault in it. A log that is closed before it grows is read to its last whole record and is gone by then.
 *
 * @returns when it is done, or could not be; the next page tries again then. Nobody needs to wait for it.
 */
export async function beginNewLog({ looked }: StoreMarks): Promise<void> {
  try {
    if (!looked || (await looked.read())) return;
    await sweepDisk();
    await looked.write(true);
  } catch {
    // The browser will not write now, so nothing is written behind the half record either.
  }
}
