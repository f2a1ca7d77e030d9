import { describe, expect, test } from 'vitest';
import { readActivity } from '../../src/app/activity';
import { eraseEverything } from '../../src/app/erase';
import { openDatabase } from '../../src/store/database';
import { destroyKeyring } from '../../src/store/keyring';
import { aBrowsersMarks } from '../fixtures/a-browsers-marks';
import { aKeyMemory } from '../fixtures/a-key-memory';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession } from '../fixtures/an-open-vault';
import { dumpRaw } from '../fixtures/raw-database';
import { aPage, beginWithoutVaults, expectOpen } from './a-page-of-the-vault';

const PASSPHRASE = 'three herons by the lake';
const world = new AWorld().page();

beginWithoutVaults();

/** A vault with one session; the page that made it has let go of it, and the memory holds the key unless it is locked. */
async function aKeptVault({ isLocked }: { isLocked: boolean }) {
  const memory = aKeyMemory();
  const marks = aBrowsersMarks();
  const { access } = await aPage(memory, marks);
  const prepared = await access.prepare(PASSPHRASE);
  await prepared.keep();
  const { vault } = expectOpen(access.state.value);
  await aLiveSession(vault);
  if (isLocked) await access.lock();
  vault.database.close();
  return { memory, marks, recoveryKey: prepared.recoveryKey };
}

/** Does something to the database behind the back of every page. */
async function meanwhile(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>) {
  const database = await openDatabase('sidelight');
  await work(database);
  database.close();
}

const stateOf = async (memory: ReturnType<typeof aKeyMemory>) => (await aPage(memory)).access.state.value;

describe('records without a keyring', () => {
  test('are never met with Welcome, and stay as they are', async () => {
    const { memory } = await aKeptVault({ isLocked: true });
    await meanwhile(database => database.keyring.clear());
    const before = await dumpRaw('sidelight');
    const { access } = await aPage(memory);
    expect(access.state.value).toEqual({ is: 'unreadable', because: 'keyring-missing' });
    await access.look();
    expect(access.state.value).toEqual({ is: 'unreadable', because: 'keyring-missing' });
    const prepared = await access.prepare('another passphrase');
    await expect(prepared.keep()).rejects.toThrow();
    expect(await dumpRaw('sidelight')).toEqual(before);
  });

  test.each(['sessions', 'events', 'live', 'drafts', 'settings', 'clients', 'activity'])(
    'count when all that is left is in %s',
    async table => {
      const row = { session: 's', seq: 0, field: 'f', revision: 1, id: 'i', box: new Uint8Array(40) };
      await meanwhile(database => database.table(table).add(row));
      expect(await stateOf(aKeyMemory())).toEqual({ is: 'unreadable', because: 'keyring-missing' });
    },
  );

  test('can still be read while the key is held', async () => {
    const { memory } = await aKeptVault({ isLocked: false });
    await meanwhile(database => database.keyring.clear());
    expect((await stateOf(memory)).is).toBe('unlocked');
  });
});

describe('a keyring that is damaged', () => {
  const damage = () =>
    meanwhile(database => database.keyring.put({ id: 'keyring', keyring: { version: 1 } }));

  test('is told, and left as it is', async () => {
    const { memory } = await aKeptVault({ isLocked: true });
    await damage();
    const before = await dumpRaw('sidelight');
    expect(await stateOf(memory)).toEqual({ is: 'unreadable', because: 'damaged' });
    expect(await dumpRaw('sidelight')).toEqual(before);
  });

  test('does not shut out whoever holds the key', async () => {
    const { memory } = await aKeptVault({ isLocked: false });
    await damage();
    expect((await stateOf(memory)).is).toBe('unlocked');
  });
});

test('a store that the browser cleared while the key is held is told, not begun anew', async () => {
  const { memory } = await aKeptVault({ isLocked: false });
  await meanwhile(database => Promise.all(database.tables.map(table => table.clear())));
  expect(await stateOf(memory)).toEqual({ is: 'unreadable', because: 'gone' });
});

describe('a store that the browser cleared while Sidelight was closed', () => {
  const clear = () => meanwhile(database => Promise.all(database.tables.map(table => table.clear())));

  test('is told from one that never was', async () => {
    const { memory, marks } = await aKeptVault({ isLocked: true });
    await clear();
    expect((await aPage(memory, marks)).access.state.value).toEqual({ is: 'unreadable', because: 'gone' });
    expect((await aPage(memory, aBrowsersMarks())).access.state.value).toEqual({ is: 'none' });
  });

  test('makes room for a new vault once that is asked for', async () => {
    const { memory, marks } = await aKeptVault({ isLocked: true });
    await clear();
    const { access } = await aPage(memory, marks);
    await access.beginAnew();
    expect(access.state.value).toEqual({ is: 'none' });
    await (await access.prepare('another passphrase')).keep();
    expect(expectOpen(access.state.value).kind).toBe('own');
  });

  test('is known of a vault that was made before anything was remembered', async () => {
    const { memory } = await aKeptVault({ isLocked: true });
    const marks = aBrowsersMarks();
    await aPage(memory, marks);
    expect(await marks.kept.read()).toBe(true);
  });

  test('is never mistaken for one: what is there cannot be let go of', async () => {
    const { memory, marks } = await aKeptVault({ isLocked: true });
    const { access } = await aPage(memory, marks);
    await access.beginAnew();
    expect(access.state.value).toEqual({ is: 'locked' });
    expect(await marks.kept.read()).toBe(true);
  });
});

describe('an erasure of everything', () => {
  test('is no loss: the next page begins at Welcome, however it was cut short', async () => {
    const { memory, marks } = await aKeptVault({ isLocked: true });
    await meanwhile(database => destroyKeyring(database, async () => true));
    expect((await aPage(memory, marks)).access.state.value).toEqual({ is: 'none' });
    expect((await aPage(memory, marks)).access.state.value).toEqual({ is: 'none' });
  });

  test('that was cut short after the keyring is finished by the next page', async () => {
    const { memory } = await aKeptVault({ isLocked: true });
    await meanwhile(database => destroyKeyring(database, async () => true));
    expect(await stateOf(memory)).toEqual({ is: 'none' });
    expect(await dumpRaw('sidelight').catch(() => [])).toEqual([]);
  });

  test('leaves no way in, even for the key that is still held', async () => {
    const { memory } = await aKeptVault({ isLocked: false });
    await meanwhile(database => destroyKeyring(database, async () => true));
    expect(await stateOf(memory)).toEqual({ is: 'none' });
  });

  test('ends at Welcome in every page, where a new vault can be made', async () => {
    const memory = aKeyMemory();
    const [one, other] = [await aPage(memory), await aPage(memory)];
    const first = await one.access.prepare(PASSPHRASE);
    await first.keep();
    await expect.poll(() => other.access.state.value.is).toBe('unlocked');
    const { vault } = expectOpen(one.access.state.value);
    expect(
      await eraseEverything(vault, world, { unmark: async () => {}, forget: () => one.access.lock() }),
    ).toEqual({ is: 'erased' });
    await expect.poll(() => [one.reloads(), other.reloads()]).toEqual([1, 1]);
    const { access } = await aPage(memory);
    expect(access.state.value).toEqual({ is: 'none' });
    await (await access.prepare('another passphrase')).keep();
    expect(expectOpen(access.state.value).kind).toBe('own');
  });
});

test('unlocking and recovering are noted by day, and nothing else is', async () => {
  const { memory, recoveryKey } = await aKeptVault({ isLocked: true });
  const { access } = await aPage(memory);
  expect(await access.unlock('not this one')).toBe(false);
  expect(await access.unlock(PASSPHRASE)).toBe(true);
  const { vault } = expectOpen(access.state.value);
  const noted = (times: number, ...kinds: string[]) => [
    { day: '2026-03-04', done: kinds.map(kind => ({ kind, times })) },
  ];
  await expect.poll(() => readActivity(vault)).toEqual(noted(1, 'unlocked'));
  await access.lock();
  const next = (await aPage(memory)).access;
  await (await next.recover(recoveryKey))?.setPassphrase('another passphrase');
  const { vault: recovered } = expectOpen(next.state.value);
  await expect.poll(() => readActivity(recovered)).toEqual(noted(1, 'unlocked', 'recovered'));
});
