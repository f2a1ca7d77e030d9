import { Dexie } from 'dexie';
import type { Backup } from '../domain/backup';
import type { ClockReading } from '../domain/session-clock';
import { reopen } from './database';
import { type MergePlan, planMerge, type RestoreReport } from './merge-plan';
import type { OpenVault } from './open-vault';

/** Rows handed to the browser at a time; waiting for each such lot keeps the queue short and the memory low. */
const ROWS_AT_A_TIME = 2_000;

/** How often a plan is made anew because another page wrote meanwhile. */
const MOST_TRIES = 5;

/** Told as work goes on: what is being done, and how much of how much. */
export type MergeProgress = (stage: 'joining' | 'writing', done: number, of: number) => void;

/**
 * Brings everything of a checked backup that is not here into the vault: one transaction, so all of it or nothing, whatever
 * happens meanwhile. Rows are only ever added; what can be read here stays as it is. Doing it twice is doing it once.
 *
 * @param now where the clocks are, for a session that was live in the backup: it goes on from where it was.
 * @param alongside one more write that lands with the rest; left out when there is nothing to bring.
 * @returns `live-session` when a session is live here, and then nothing was written. Rejects when the browser refuses to
 *   write, with nothing written either.
 */
export async function restoreRows(
  vault: OpenVault,
  backup: Backup,
  now: ClockReading,
  onProgress: MergeProgress = () => {},
  alongside: () => Promise<void> = async () => {},
): Promise<RestoreReport | 'live-session'> {
  await reopen(vault.database);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if ((await vault.database.live.count()) > 0) return 'live-session';
    const plan = await planMerge(vault, backup, now, (done, of) => onProgress('joining', done, of));
    const written = await write(vault, plan, alongside, (done, of) => onProgress('writing', done, of));
    if (written === 'written') return plan.report;
    if (written === 'live-session') return written;
  }
  throw new Error('Other pages kept writing.');
}

async function write(
  { database }: OpenVault,
  { added, replaced }: MergePlan,
  alongside: () => Promise<void>,
  onProgress: (done: number, of: number) => void,
): Promise<'written' | 'changed' | 'live-session'> {
  const total = added.reduce((sum, { rows }) => sum + rows.length, 0);
  if (total + replaced.length === 0) return 'written';
  let done = 0;
  try {
    return await database.transaction('rw', database.tables, async () => {
      if ((await database.live.count()) > 0) return 'live-session';
      for (const { table, key, seen, row } of replaced) {
        const there = await database.table(table).get(key);
        if (!there || String(there.box) !== String(seen)) throw new Changed();
        await database.table(table).put(row);
      }
      for (const { table, rows } of added) {
        for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
          const lot = rows.slice(from, from + ROWS_AT_A_TIME);
          await database.table(table).bulkAdd(lot);
          // Should the transaction fail after all, its rows are of no more use: a next try makes a plan of its own.
          rows.forget?.(from + lot.length);
          done += lot.length;
          onProgress(done, total);
        }
      }
      await alongside();
      return 'written';
    });
  } catch (error) {
    if (hasChanged(error)) return 'changed';
    throw error;
  }
}

/** Another page took a place first. */
function hasChanged(error: unknown): boolean {
  if (error instanceof Dexie.BulkError) return error.failures.some(({ name }) => name === 'ConstraintError');
  return error instanceof Changed;
}

/** A row that was to be mended is another one now. Thrown to undo the transaction. */
class Changed extends Error {
  override readonly name = 'Changed';
}
