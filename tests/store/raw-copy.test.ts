import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database';
import { checkEveryRecord } from '../../src/store/every-record';
import { readRawCopy } from '../../src/store/raw-copy';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';
import { type FrozenDatabase, thaw } from '../fixtures/frozen-database';
import { answer, dumpRaw } from '../fixtures/raw-database';

const parse = async (name: string) => JSON.parse((await readRawCopy(name)).join(''));

function aName(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(async () => {
    for (const each of [name, `${name}-before-2`]) await answer(indexedDB.deleteDatabase(each));
  });
  return name;
}

test('a raw copy holds every row of every table, and put back on the disk it is the vault', async () => {
  const { vault } = await anOpenVault();
  await aLiveSession(vault);
  const copy = await parse(vault.database.name);
  expect(copy).toMatchObject({ format: 'sidelight raw copy', version: 1 });
  const [database] = copy.databases;
  expect(database).toMatchObject({ name: vault.database.name, version: 1, unread: [] });
  expect(Object.keys(database.tables).sort()).toEqual(vault.database.tables.map(({ name }) => name).sort());

  const name = aName();
  const stores = Object.fromEntries(
    vault.database.tables.map(({ name: table, schema: { primKey, indexes } }) => [
      table,
      [primKey, ...indexes].map(({ src }) => src).join(','),
    ]),
  );
  await thaw(name, { version: 1, stores, tables: database.tables } as unknown as FrozenDatabase);
  expect(await dumpRaw(name)).toEqual(await dumpRaw(vault.database.name));
  const again = await openDatabase(name);
  onTestFinished(() => again.close());
  expect(await checkEveryRecord({ database: again, key: vault.key })).toEqual({ opened: 3, damaged: [] });
});

test('a raw copy is made of a database that a newer Sidelight wrote, which stays as it is', async () => {
  const name = aName();
  const newer = new Dexie(name);
  newer.version(7).stores({ sessions: '++n', unheard: '[of+at]' });
  await newer.open();
  await newer.table('unheard').add({ of: 'a', at: 1, box: new Uint8Array([1, 2, 3]) });
  newer.close();
  const before = await indexedDB.databases();
  expect((await parse(name)).databases).toEqual([
    {
      name,
      version: 7,
      tables: { sessions: [], unheard: [{ of: 'a', at: 1, box: { base64: 'AQID' } }] },
      unread: [],
    },
  ]);
  expect(await indexedDB.databases()).toEqual(before);
});

test('a raw copy holds the copies from before an update too', async () => {
  const name = aName();
  for (const each of [name, `${name}-before-2`]) {
    const database = await openDatabase(each);
    await database.settings.add({ id: each, box: new Uint8Array([9]) });
    database.close();
  }
  const { databases } = await parse(name);
  expect(databases.map((each: { name: string }) => each.name)).toEqual([name, `${name}-before-2`]);
});

test('there is no raw copy, and no new database, where there is none', async () => {
  const name = aName();
  await expect(readRawCopy(name)).rejects.toThrow();
  expect((await indexedDB.databases()).map(each => each.name)).not.toContain(name);
});
