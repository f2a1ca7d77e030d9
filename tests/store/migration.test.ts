import type { Transaction } from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { summarise } from '../../src/domain/session-summary';
import { listCopies } from '../../src/store/copies';
import { isFromNewer, openDatabase } from '../../src/store/database';
import { checkEveryRecord } from '../../src/store/every-record';
import { readBackMigration } from '../../src/store/read-back';
import { SCHEMA, type Schema } from '../../src/store/schema';
import { addFinishedSession } from '../../src/store/sessions';
import { createDataKey } from '../../src/vault/data-key';
import { aSession } from '../fixtures/a-session';
import { watchForFaults } from '../fixtures/faults';
import { answer, dumpRaw } from '../fixtures/raw-database';

/** The schema after the newest one, as a test needs it. */
function next(upgrade: (transaction: Transaction) => Promise<void>): Schema {
  const newest = SCHEMA.at(-1) ?? SCHEMA[0];
  const stores = { ...newest.stores, sessions: '++n,&id,kept', added: 'id' };
  return [...SCHEMA, { version: newest.version + 1, stores, upgrade }];
}

/** Marks every session and adds a table; keeps every record. */
const GOOD = next(async transaction => {
  await transaction.table('sessions').toCollection().modify({ kept: 1 });
  await transaction.table('added').add({ id: 'added' });
});
const NEWER = (SCHEMA.at(-1)?.version ?? 1) + 1;

const story = aSession().started().ticked('a', 1).ended(50);

/** A vault of today's version, with one session, closed. Everything of it goes with the test. */
async function aStored() {
  const name = `test-${crypto.randomUUID()}`;
  const { aes: key } = await createDataKey();
  const add = async (id: string) => {
    const database = await openDatabase(name);
    await addFinishedSession({ database, key }, id, story.log(), summarise(story.told()));
    database.close();
  };
  await add('one');
  const open = async (schema: Schema = SCHEMA) => {
    const database = await openDatabase(name, schema);
    onTestFinished(() => database.close());
    return { database, key };
  };
  onTestFinished(async () => {
    for (const each of [name, ...(await listCopies(name))]) await answer(indexedDB.deleteDatabase(each));
  });
  return { name, add, open };
}

const withoutMark = (rows: Awaited<ReturnType<typeof dumpRaw>>) =>
  rows
    .filter(({ table }) => table !== 'added')
    .map(row => {
      const { kept: _, ...value } = row.value as Record<string, unknown>;
      return { ...row, value };
    });

describe('bringing a database up to date', () => {
  test('keeps every record, and a copy byte for byte as it was before', async () => {
    const { name, open } = await aStored();
    const before = await dumpRaw(name);
    const vault = await open(GOOD);
    expect(withoutMark(await dumpRaw(name))).toEqual(before);
    expect((await checkEveryRecord(vault)).damaged).toEqual([]);
    expect(await listCopies(name)).toEqual([`${name}-before-${NEWER}`]);
    expect(await dumpRaw(`${name}-before-${NEWER}`)).toEqual(before);
  });

  test('lets the copy go once everything was read back', async () => {
    const { name, open } = await aStored();
    const vault = await open(GOOD);
    expect(await readBackMigration(vault)).toBe('dropped');
    expect(await listCopies(name)).toEqual([]);
    expect(await readBackMigration(vault)).toBe('no-copy');
  });

  test.each([
    ['is lost', (transaction: Transaction) => transaction.table('events').limit(1).delete()],
    [
      'is spoilt',
      (transaction: Transaction) =>
        transaction
          .table('events')
          .limit(1)
          .modify({ box: new Uint8Array(40) }),
    ],
    [
      'is moved to a wrong place',
      (transaction: Transaction) => transaction.table('sessions').toCollection().modify({ id: 'elsewhere' }),
    ],
  ])('keeps the copy when a record %s', async (_, harm) => {
    const { name, open } = await aStored();
    const before = await dumpRaw(name);
    const vault = await open(next(async transaction => void (await harm(transaction))));
    expect(await readBackMigration(vault)).toBe('kept');
    expect(await dumpRaw(`${name}-before-${NEWER}`)).toEqual(before);
    // Nor does a later look let it go.
    expect(await readBackMigration(vault)).toBe('kept');
  });

  test('drops a copy in which no more was readable than now', async () => {
    const { name, open } = await aStored();
    const { database } = await open();
    await database.events.put({ session: 'one', seq: 1, box: new Uint8Array(40) });
    database.close();
    expect(await readBackMigration(await open(GOOD))).toBe('dropped');
    expect(await listCopies(name)).toEqual([]);
  });

  test('leaves the database as it was when the migration fails, and succeeds later', async () => {
    const { name, open } = await aStored();
    const before = await dumpRaw(name);
    const failing = next(async transaction => {
      await transaction.table('events').clear();
      throw new Error('A bug in the migration.');
    });
    await expect(open(failing)).rejects.toThrow('A bug in the migration.');
    expect(await dumpRaw(name)).toEqual(before);
    await open(GOOD);
    expect(withoutMark(await dumpRaw(name))).toEqual(before);
    expect(await dumpRaw(`${name}-before-${NEWER}`)).toEqual(before);
  });

  test('begins a copy again that was cut short, and is all or nothing at every step', async () => {
    const faults = watchForFaults();
    const counted = await aStored();
    const steps = await faults.count(() => counted.open(GOOD));
    expect(steps).toBeGreaterThan(10);
    for (let step = 1; step <= steps; step += 1) {
      const { name, open } = await aStored();
      const before = await dumpRaw(name);
      for (const fault of ['refused', 'dropped'] as const) await faults.failAt(step, fault, () => open(GOOD));
      const vault = await open(GOOD);
      expect(withoutMark(await dumpRaw(name))).toEqual(before);
      expect(await dumpRaw(`${name}-before-${NEWER}`)).toEqual(before);
      expect(await readBackMigration(vault)).toBe('dropped');
      vault.database.close();
    }
  }, 60_000);

  test('is done by one page when two open at the same time', async () => {
    const { name, open } = await aStored();
    const before = await dumpRaw(name);
    await Promise.all([open(GOOD), open(GOOD), open(GOOD)]);
    expect(withoutMark(await dumpRaw(name))).toEqual(before);
    expect(await dumpRaw(`${name}-before-${NEWER}`)).toEqual(before);
  });

  test('copies tables larger than one batch', async () => {
    const { name, open } = await aStored();
    const { database } = await open();
    const rows = Array.from({ length: 4_500 }, (_, seq) => ({
      session: `s${seq % 7}`,
      seq,
      box: new Uint8Array([seq % 256]),
    }));
    await database.events.bulkPut(rows);
    database.close();
    const before = await dumpRaw(name);
    await open(GOOD);
    expect(await dumpRaw(`${name}-before-${NEWER}`)).toEqual(before);
  });

  test('makes no copy of a database that is new or of today', async () => {
    const { name, open, add } = await aStored();
    await open();
    await add('other');
    expect(await listCopies(name)).toEqual([]);
  });
});

describe('a database from a newer Sidelight', () => {
  test('is not opened and not touched', async () => {
    const { name, open } = await aStored();
    const newer = await open(GOOD);
    newer.database.close();
    const versions = async () => (await indexedDB.databases()).filter(each => each.name?.startsWith(name));
    const before = [await dumpRaw(name), await versions()];
    const error = await open().catch((cause: unknown) => cause);
    expect(isFromNewer(error)).toBe(true);
    expect([await dumpRaw(name), await versions()]).toEqual(before);
    expect((await checkEveryRecord(await open(GOOD))).damaged).toEqual([]);
  });

  test('is told from one that will not open for another reason', () => {
    expect(isFromNewer(new DOMException('x', 'VersionError'))).toBe(false);
    expect(isFromNewer(null)).toBe(false);
  });
});
