import { Dexie, type Table } from 'dexie';
import { listDatabases } from './installed';

/** Rows read and written at a time, so that a large database never lies in memory as a whole. */
const BATCH = 1_000;

/** The kept copies of a database, by name, oldest first. */
export async function listCopies(name: string): Promise<string[]> {
  const start = `${name}-before-`;
  return (await listDatabases()).filter(other => other.startsWith(start)).sort();
}

/**
 * Copies every row of a database as it is, before it is brought to `version`. A copy that a crash cut short is begun
 * again; that it is whole is known from the database having been brought to `version` afterwards.
 */
export async function keepCopy(name: string, version: number): Promise<void> {
  const copyName = `${name}-before-${version}`;
  await Dexie.delete(copyName);
  const source = await openAsItIs(name);
  const copy = new Dexie(copyName, { chromeTransactionDurability: 'strict' });
  copy
    .version(source.verno)
    .stores(Object.fromEntries(source.tables.map(table => [table.name, indexesOf(table)])));
  try {
    await copy.open();
    for (const { name: table } of source.tables) {
      for await (const rows of batches(source.table(table))) await copy.table(table).bulkAdd([...rows]);
    }
  } finally {
    source.close();
    copy.close();
  }
}

/** Opens a database with the tables it has, whatever version wrote it. Throws when there is none. */
export async function openAsItIs(name: string): Promise<Dexie> {
  // Without a declared version Dexie reads the tables from the database and changes nothing.
  const database = new Dexie(name);
  await database.open();
  // When that reading fails Dexie goes on without tables, and an empty copy would pass for a whole one.
  if (database.tables.length === database.backendDB().objectStoreNames.length) return database;
  database.close();
  throw new Error('The tables could not be read.');
}

/** All rows of a table, in the order of their keys, some at a time; the next are read while those are looked at. */
export async function* batches<T>(table: Table<T>): AsyncGenerator<readonly T[]> {
  const { keyPath } = table.schema.primKey;
  const partOf = (row: T, path: string) => Dexie.getByKeyPath(row as object, path);
  const keyOf = (row: T) =>
    Array.isArray(keyPath) ? keyPath.map(path => partOf(row, path)) : partOf(row, keyPath as string);
  let rows = await table.orderBy(':id').limit(BATCH).toArray();
  while (rows.length > 0) {
    const next = table
      .where(':id')
      .above(keyOf(rows.at(-1) as T))
      .limit(BATCH)
      .toArray();
    // It is told where it is waited for; whoever leaves before that has no use for it.
    next.catch(() => {});
    yield rows;
    rows = await next;
  }
}

function indexesOf({ schema }: Table): string {
  return [schema.primKey, ...schema.indexes].map(({ src }) => src).join(',');
}
