import { listCopies } from '../store/copies';
import { checkEveryRecord, type RecordsCheck } from '../store/every-record';
import type { OpenVault, Place } from '../store/open-vault';
import { dropSetAside } from '../store/set-aside';
import { measureTables, type TableSize } from '../store/table-sizes';

/** A row as it lies on the disk: what stands beside the box in clear, and the box in its three parts, as hex. */
export interface SealedLook {
  readonly table: string;
  readonly clear: string;
  readonly nonce: string;
  readonly body: string;
  readonly tag: string;
}

export type { Place, RecordsCheck, TableSize };

/** The size of every table. */
export function readSizes(vault: OpenVault): Promise<readonly TableSize[]> {
  return measureTables(vault.database);
}

/** The newest session's first row as it lies on the disk, or null when there is no session. Nothing is opened. */
export async function lookAtSealedRow({ database }: OpenVault): Promise<SealedLook | null> {
  const newest = await database.sessions.toCollection().last();
  const row = newest && (await database.events.where('[session+seq]').aboveOrEqual([newest.id, 0]).first());
  if (row?.session !== newest?.id || !row) return null;
  const { session, seq, box } = row;
  const [nonce, body, tag] = [box.slice(0, 12), box.slice(12, -16), box.slice(-16)];
  const clear = `session ${session}, seq ${seq}`;
  return { table: 'events', clear, nonce: nonce.toHex(), body: body.toHex(), tag: tag.toHex() };
}

/** Opens every record once and tells which do not open. */
export function checkRecords(vault: OpenVault): Promise<RecordsCheck> {
  return checkEveryRecord(vault);
}

/** Removes, for good, what was set aside and does not open. Resolves once it is gone from the disk. */
export function removeSetAside(vault: OpenVault): Promise<void> {
  return dropSetAside(vault);
}

/** Whether a copy from before an update is still kept, since fewer records could be read after it. */
export async function hasKeptCopy({ database }: OpenVault): Promise<boolean> {
  return (await listCopies(database.name)).length > 0;
}
