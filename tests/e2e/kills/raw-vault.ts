import type { Surface } from '../rig/surface';

/** A vault's database as it lies on the disk, bytes as base64: enough to lay it back as it was. */
export interface LaidVault {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly autoIncrement: boolean;
    readonly indexes: readonly { readonly name: string; readonly unique: boolean }[];
    readonly rows: readonly unknown[];
  }[];
}

/** What a look at it tells: how many rows each table has, and a hash over them in the order of their keys. */
export interface VaultLook {
  readonly version: number;
  readonly tables: Readonly<Record<string, { readonly count: number; readonly hash: string }>>;
}

const NAME = 'sidelight';

/** @returns null when there is no such database. Makes none. */
export function lookAtVault(page: Surface, without: string[] = [], name = NAME): Promise<VaultLook | null> {
  return page.eval(`(${look})(${JSON.stringify({ name, without })}, ${answers})`);
}

/** Everything of it. */
export function takeVault(page: Surface): Promise<LaidVault> {
  return page.eval(`(${take})('${NAME}', ${answers})`);
}

/** Puts the rows of these tables back as they were, in place of whatever is there. */
export function putBack(page: Surface, { stores }: LaidVault, tables: readonly string[]): Promise<void> {
  const wanted = stores.filter(({ name }) => tables.includes(name));
  return page.eval(`(${fill})('${NAME}', ${JSON.stringify(wanted)}, ${answers})`);
}

/** Deletes every database of the extension and lays this one, in its version. To be called from a page that holds none open. */
export async function layVault(page: Surface, vault: LaidVault): Promise<void> {
  await page.eval(`(${lay})('${NAME}', ${JSON.stringify({ ...vault, stores: vault.stores })}, ${answers})`);
  await putBack(
    page,
    vault,
    vault.stores.map(({ name }) => name),
  );
}

// What follows is sent into the page as source, so each uses nothing from outside itself.

const answers = `request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
})`;

type Answer = <T>(request: IDBRequest<T>) => Promise<T>;

async function look(
  { name, without }: { name: string; without: string[] },
  answer: Answer,
): Promise<VaultLook | null> {
  if (!(await indexedDB.databases()).some(each => each.name === name)) return null;
  const request = indexedDB.open(name);
  // It may go in just this moment, and must not be made anew by being looked at.
  request.onupgradeneeded = () => request.transaction?.abort();
  const database = await answer(request).catch(() => null);
  if (!database) return null;
  const tables: Record<string, { count: number; hash: string }> = {};
  for (const table of database.objectStoreNames) {
    const rows = await answer(database.transaction(table).objectStore(table).getAll());
    const text = JSON.stringify(rows, (key, value) => {
      if (without.includes(key)) return undefined;
      return value instanceof Uint8Array ? value.toHex() : value;
    });
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    tables[table] = { count: rows.length, hash: new Uint8Array(hash).toHex() };
  }
  const { version } = database;
  database.close();
  return { version, tables };
}

async function take(name: string, answer: Answer): Promise<LaidVault> {
  const pack = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, inner) =>
        inner instanceof Uint8Array ? { base64: inner.toBase64() } : inner,
      ),
    );
  const database = await answer(indexedDB.open(name));
  const stores: LaidVault['stores'][number][] = [];
  for (const table of database.objectStoreNames) {
    const store = database.transaction(table).objectStore(table);
    const indexes = [...store.indexNames].map(each => ({ name: each, unique: store.index(each).unique }));
    const { keyPath, autoIncrement } = store;
    const rows = pack(await answer(store.getAll())) as unknown[];
    stores.push({ name: table, keyPath: keyPath as string, autoIncrement, indexes, rows });
  }
  const { version } = database;
  database.close();
  return { version, stores };
}

async function fill(name: string, stores: LaidVault['stores'], answer: Answer): Promise<void> {
  const database = await answer(indexedDB.open(name));
  const names = stores.map(store => store.name);
  const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
  const isDone = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  for (const { name: table, rows } of stores) {
    const store = transaction.objectStore(table);
    store.clear();
    for (const row of rows) {
      const { box, ...rest } = row as { box?: { base64: string } };
      store.put(box ? { ...rest, box: Uint8Array.fromBase64(box.base64) } : rest);
    }
  }
  await isDone;
  database.close();
}

async function lay(name: string, { version, stores }: LaidVault, answer: Answer): Promise<void> {
  for (const each of await indexedDB.databases())
    if (each.name) await answer(indexedDB.deleteDatabase(each.name));
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const { name: table, keyPath, autoIncrement, indexes } of stores) {
      const store = opening.result.createObjectStore(table, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.name, { unique: index.unique });
    }
  };
  (await answer(opening)).close();
}
