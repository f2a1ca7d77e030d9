import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { SINGLE_KEYS_SETTING } from '../../src/store/here';
import { HIDE_DESK_SETTING, LOCK_AFTER_SETTING } from '../../src/store/lock-settings';
import { type OpenVault, openAt, sealAt } from '../../src/store/open-vault';
import { NO_CLIENT_SETTING } from '../../src/store/preferences';
import { dropSetAside } from '../../src/store/set-aside';
import {
  changeSetting,
  DamagedSetting,
  expectSetting,
  followSetting,
  getSetting,
  isDamaged,
  putSetting,
  type Setting,
  setAside,
} from '../../src/store/settings';
import { anOpenVault } from '../fixtures/an-open-vault';
import { dumpRaw } from '../fixtures/raw-database';
import { replace } from '../fixtures/watched-writes';

const LIST: Setting<readonly string[]> = { name: 'list', schema: z.array(z.string()), usual: [] };
const PLACE = { table: 'settings', id: 'list', seq: 0 } as const;

type Harm = (vault: OpenVault) => Promise<unknown>;
const HARMS: readonly (readonly [string, Harm])[] = [
  [
    'one bit turned',
    async ({ database }) => {
      const box = (await database.settings.get('list'))?.box as Uint8Array<ArrayBuffer>;
      box[20] = (box[20] ?? 0) ^ 4;
      await database.settings.put({ id: 'list', box });
    },
  ],
  ['no box at all', ({ database }) => database.settings.put({ id: 'list', box: 'gone' as never })],
  [
    'a shape only a newer Sidelight knows',
    async vault =>
      vault.database.settings.put({ id: 'list', box: await sealAt(vault, PLACE, { all: ['a'] }) }),
  ],
];

async function aDamaged(harm: Harm): Promise<OpenVault> {
  const { vault } = await anOpenVault();
  await putSetting(vault, LIST, ['a']);
  await harm(vault);
  return vault;
}

const rowOf = async ({ database }: OpenVault, id: string) =>
  (await dumpRaw(database.name)).find(({ table, key }) => table === 'settings' && key === id)?.value as
    | { readonly box: Uint8Array<ArrayBuffer> }
    | undefined;

describe.each(HARMS)('a setting that cannot be read, %s,', (_, harm) => {
  test('is told as such and stands in with what is usual', async () => {
    const vault = await aDamaged(harm);
    expect(await isDamaged(vault, LIST)).toBe(true);
    expect(await getSetting(vault, LIST)).toEqual([]);
    expect(await getSetting(vault, { ...LIST, whenDamaged: ['careful'] })).toEqual(['careful']);
    await expect(expectSetting(vault, LIST)).rejects.toBeInstanceOf(DamagedSetting);
    const told = await new Promise(resolve => {
      const stop = followSetting(vault, LIST, (value, hasDamage) => resolve([value, hasDamage]));
      setTimeout(stop, 2_000);
    });
    expect(told).toEqual([[], true]);
  });

  test('is not changed: the row stays to the byte', async () => {
    const vault = await aDamaged(harm);
    const before = await rowOf(vault, 'list');
    await expect(changeSetting(vault, LIST, all => [...all, 'b'])).rejects.toBeInstanceOf(DamagedSetting);
    expect(await rowOf(vault, 'list')).toEqual(before);
  });

  test('goes on beside what is put in its place', async () => {
    const vault = await aDamaged(harm);
    const before = await rowOf(vault, 'list');
    await putSetting(vault, LIST, ['b']);
    expect(await expectSetting(vault, LIST)).toEqual(['b']);
    const beside = await rowOf(vault, 'list.set-aside-1');
    const opened = await openAt(vault, { ...PLACE, id: 'list.set-aside-1' }, beside?.box as never).catch(
      () => null,
    );
    // What can be opened stays so under its new name; what cannot stays as it is.
    if (opened === null) expect(beside?.box).toEqual(before?.box);
    else expect(opened).toEqual({ all: ['a'] });
  });

  test('holds on with what stands in for it when the browser refuses what is put in its place', async () => {
    const vault = await aDamaged(harm);
    const before = await rowOf(vault, 'list');
    const restore = replace(IDBObjectStore.prototype, 'put', () => () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    await expect(putSetting(vault, LIST, ['b'])).rejects.toThrow();
    restore();
    expect(await getSetting(vault, { ...LIST, whenDamaged: ['careful'] })).toEqual(['careful']);
    expect(await rowOf(vault, 'list')).toEqual(before);
    expect(await vault.database.settings.count()).toBe(1);
  });

  test('begins anew once it is set aside, and twice keeps both', async () => {
    const vault = await aDamaged(harm);
    await setAside(vault, LIST);
    expect(await isDamaged(vault, LIST)).toBe(false);
    expect(await changeSetting(vault, LIST, all => [...all, 'b'])).toEqual(['b']);
    await harm(vault);
    await setAside(vault, LIST);
    const ids = (await vault.database.settings.toArray()).map(({ id }) => id);
    expect(ids).toEqual(['list.set-aside-1', 'list.set-aside-2']);
  });
});

test('what was set aside can be removed where it does not open, and nothing else goes', async () => {
  const { vault } = await anOpenVault();
  const { settings } = vault.database;
  for (const [, harm] of HARMS) {
    await putSetting(vault, LIST, ['a']);
    await harm(vault);
    await setAside(vault, LIST);
  }
  await putSetting(vault, LIST, ['b']);
  await settings.put({ id: 'other', box: new Uint8Array(40) });
  await dropSetAside(vault);
  expect(await settings.toCollection().primaryKeys()).toEqual(['list', 'list.set-aside-3', 'other']);
  expect(await expectSetting(vault, LIST)).toEqual(['b']);
});

test('a setting that can be read, or is not there, is not set aside', async () => {
  const { vault } = await anOpenVault();
  await setAside(vault, LIST);
  await putSetting(vault, LIST, ['a']);
  await setAside(vault, LIST);
  expect(await expectSetting(vault, LIST)).toEqual(['a']);
  expect(await vault.database.settings.count()).toBe(1);
});

test.each([
  { setting: LOCK_AFTER_SETTING, careful: 5 as const },
  { setting: HIDE_DESK_SETTING, careful: true },
  { setting: NO_CLIENT_SETTING, careful: true },
  { setting: SINGLE_KEYS_SETTING, careful: false },
])('no damage to $setting.name allows more than was chosen', async ({ setting: one, careful }) => {
  const { vault } = await anOpenVault();
  const setting = one as Setting<unknown>;
  await putSetting(vault, setting, careful);
  await vault.database.settings.update(setting.name, { box: new Uint8Array(40) });
  expect(await isDamaged(vault, setting)).toBe(true);
  expect(await getSetting(vault, setting)).toBe(careful);
});

describe('following a setting', () => {
  /** Holds the next use of the key to open something until it is let go. */
  function holdNextOpening() {
    const held = Promise.withResolvers<void>();
    const restore = replace(
      SubtleCrypto.prototype,
      'decrypt',
      original =>
        async function (this: SubtleCrypto, ...args: Parameters<SubtleCrypto['decrypt']>) {
          restore();
          await held.promise;
          return original.apply(this, args);
        },
    );
    return held;
  }
  /** Longer than a row takes to be opened once nothing holds it. */
  const aMoment = () => new Promise(resolve => setTimeout(resolve, 100));

  test('ends on the newest value, even where an older one takes longer to open', async () => {
    const { vault } = await anOpenVault();
    await putSetting(vault, LIST, ['older']);
    // Sealed before, since storing would open what is there.
    const newer = { id: 'list', box: await sealAt(vault, PLACE, ['newer']) };
    const held = holdNextOpening();
    const told: (readonly string[])[] = [];
    const stop = followSetting(vault, LIST, value => told.push(value));
    await aMoment();
    await vault.database.settings.put(newer);
    await expect.poll(() => told).toEqual([['newer']]);
    held.resolve();
    await aMoment();
    stop();
    expect(told).toEqual([['newer']]);
  });

  test('tells nothing once it has ended, and bears that a row is not opened', async () => {
    const { vault } = await anOpenVault();
    await putSetting(vault, LIST, ['a']);
    const told: (readonly string[])[] = [];
    const late = holdNextOpening();
    const stopEarly = followSetting(vault, LIST, value => told.push(value));
    await aMoment();
    stopEarly();
    late.resolve();
    await aMoment();
    expect(told).toEqual([]);

    const refused = holdNextOpening();
    const stop = followSetting(vault, LIST, value => told.push(value));
    await aMoment();
    refused.reject(new Error('The browser would not open it.'));
    await aMoment();
    await putSetting(vault, LIST, ['b']);
    await expect.poll(() => told).toEqual([['b']]);
    stop();
  });
});
