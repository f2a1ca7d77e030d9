import { batches, listCopies, openAsItIs } from './copies';

/**
 * Everything a database and its kept copies hold, row by row as it lies on the disk, as parts of one JSON text. The boxes stay sealed
 * (`{"base64": …}`), and so may be given to whoever is to help; the keyring goes along, so who knows the passphrase can
 * open them. It works whatever version wrote the database. A table that cannot be read is named in `unread` and stops
 * nothing.
 *
 *   {"format":"sidelight raw copy","version":1,"databases":[
 *     {"name":…,"version":…,"tables":{"events":[{"session":…,"seq":0,"box":{"base64":…}}, …], …},"unread":[]}]}
 *
 * @throws when the database cannot be opened at all.
 */
export async function readRawCopy(name: string): Promise<readonly string[]> {
  const parts = ['{"format":"sidelight raw copy","version":1,"databases":['];
  for (const [index, each] of [name, ...(await listCopies(name))].entries()) {
    if (index > 0) parts.push(',');
    parts.push(...(await readDatabase(each)));
  }
  return [...parts, ']}\n'];
}

async function readDatabase(name: string): Promise<string[]> {
  const database = await openAsItIs(name);
  const parts = [`\n{"name":${JSON.stringify(name)},"version":${database.verno},"tables":{`];
  const unread: string[] = [];
  try {
    for (const [index, table] of database.tables.entries()) {
      const rows: string[] = [];
      try {
        for await (const batch of batches(table))
          rows.push(...batch.map(row => JSON.stringify(row, asBase64)));
      } catch {
        unread.push(table.name);
      }
      parts.push(`${index > 0 ? ',' : ''}\n${JSON.stringify(table.name)}:[\n${rows.join(',\n')}]`);
    }
  } finally {
    database.close();
  }
  return [...parts, `},"unread":${JSON.stringify(unread)}}`];
}

function asBase64(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: value.toBase64() } : value;
}
