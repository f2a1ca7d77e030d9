import { batches } from './copies';
import type { VaultDatabase } from './database';

/** How much a table holds. `bytes` counts the boxes, or the text of what is not sealed; what the browser adds is more. */
export interface TableSize {
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The size of every table, read row by row. */
export async function measureTables(database: VaultDatabase): Promise<readonly TableSize[]> {
  const sizes: TableSize[] = [];
  for (const table of database.tables) {
    let rows = 0;
    let bytes = 0;
    for await (const batch of batches(table)) {
      rows += batch.length;
      bytes += batch.reduce((sum, row) => sum + bytesOf(row), 0);
    }
    sizes.push({ table: table.name, rows, bytes });
  }
  return sizes;
}

function bytesOf({ box, keyring }: { box?: unknown; keyring?: unknown }): number {
  return box instanceof Uint8Array ? box.byteLength : JSON.stringify(keyring ?? '').length;
}
