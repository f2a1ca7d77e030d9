import { aNewRecord, type ClientRecord, clientRecordSchema, joinRecords } from '../domain/client-record';
import { type ClientRow, reopen } from './database';
import { openOrNull } from './open-or-null';
import { type OpenVault, sealAt } from './open-vault';

/** A row of the table and what it says, null when it does not open. */
export interface OpenedClient {
  readonly row: ClientRow;
  readonly record: ClientRecord | null;
}

/** Every client row, opened. Ids are random, so who a row is about is known only from inside. */
export async function readClients(vault: OpenVault): Promise<readonly OpenedClient[]> {
  const rows = await vault.database.clients.toArray();
  return Promise.all(rows.map(async row => ({ row, record: await openRecord(vault, row) })));
}

/**
 * Changes what is kept about a client, whatever other pages write meanwhile; several rows about the same client
 * become one. Resolves once it is on the disk.
 * @param newId for the row, if the client has none yet.
 */
export async function changeClient(
  vault: OpenVault,
  code: string | null,
  newId: string,
  change: (record: ClientRecord) => ClientRecord,
): Promise<void> {
  await reopen(vault.database);
  for (;;) {
    const known = await readClients(vault);
    const own = known.filter(({ record }) => record?.code === code);
    const records = own.map(({ record }) => record).filter(record => record !== null);
    const record = change(joinRecords(aNewRecord(code), ...records));
    const id = own[0]?.row.id ?? newId;
    if (await replaceRows(vault, known, own, await readyClientRow(vault, id, record))) return;
  }
}

/** Readies a client's row, sealed, for a transaction that writes it. */
export async function readyClientRow(vault: OpenVault, id: string, record: ClientRecord): Promise<ClientRow> {
  return { id, box: await sealAt(vault, clientPlace(id), record) };
}

/** Whether the table still holds exactly the rows that were read. To be asked inside a transaction. */
export async function areUnchanged(vault: OpenVault, known: readonly OpenedClient[]): Promise<boolean> {
  const rows = await vault.database.clients.toArray();
  return rows.length === known.length && known.every(({ row }, index) => isSameRow(row, rows[index]));
}

function replaceRows(
  vault: OpenVault,
  known: readonly OpenedClient[],
  old: readonly OpenedClient[],
  row: ClientRow,
): Promise<boolean> {
  const { clients } = vault.database;
  return vault.database.transaction('rw', clients, async () => {
    if (!(await areUnchanged(vault, known))) return false;
    await clients.bulkDelete(old.map(({ row: { id } }) => id));
    await clients.put(row);
    return true;
  });
}

function isSameRow(one: ClientRow, other: ClientRow | undefined): boolean {
  // Each sealing draws a new nonce, so a row that was written again never has the same bytes.
  return one.id === other?.id && String(one.box) === String(other.box);
}

async function openRecord(vault: OpenVault, { id, box }: ClientRow): Promise<ClientRecord | null> {
  const record = clientRecordSchema.safeParse((await openOrNull(vault, clientPlace(id), box))?.content);
  return record.success ? record.data : null;
}

function clientPlace(id: string) {
  return { table: 'clients', id, seq: 0 } as const;
}
