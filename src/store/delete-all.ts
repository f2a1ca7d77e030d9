import { deleteDatabase } from './database';
import { listDatabases } from './installed';
import { sweepDisk } from './sweep';

/** Deletes every database of this extension: vaults, copies, and whatever else was kept. */
export async function deleteAllDatabases(): Promise<void> {
  await deleteEach();
  await sweepDisk().catch(() => {});
  // What sweeping itself keeps.
  await deleteEach();
}

async function deleteEach(): Promise<void> {
  await Promise.all((await listDatabases()).map(deleteDatabase));
}
