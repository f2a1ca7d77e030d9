import { describe, expect, test } from 'vitest';
import { listCopies } from '../../src/store/copies';
import { checkEveryRecord } from '../../src/store/every-record';
import { aKeyMemory } from '../fixtures/a-key-memory';
import { freezeDatabase, tell } from '../fixtures/freeze-database';
import { type FrozenDatabase, thaw } from '../fixtures/frozen-database';
import version1 from '../fixtures/frozen-database-1.json';
import { aPage, beginWithoutVaults, expectOpen } from './a-page-of-the-vault';

/** One database of each released version, frozen when it was the newest. They never change; new ones are added. */
const FROZEN: readonly (readonly [string, FrozenDatabase])[] = [['version 1', version1 as FrozenDatabase]];

beginWithoutVaults();

describe.each(FROZEN)('the frozen database of %s', (_, frozen) => {
  test('opens in the newest Sidelight and tells every record as it did', async () => {
    await thaw('sidelight', frozen);
    const { access } = await aPage(aKeyMemory());
    expect(access.state.value).toEqual({ is: 'locked' });
    expect(await access.unlock('not this one')).toBe(false);
    expect(await access.unlock(frozen.passphrase)).toBe(true);
    const { vault } = expectOpen(access.state.value);
    const { damaged } = await checkEveryRecord(vault);
    expect(damaged).toEqual([]);
    const told = JSON.parse(JSON.stringify(await tell(vault)));
    expect(told).toMatchObject({ ...frozen.tells, activity: expect.anything() });
    expect(told.activity).toEqual(expect.arrayContaining([...frozen.tells.activity]));
    await expect.poll(() => listCopies('sidelight')).toEqual([]);
  });

  test('opens with its recovery key', async () => {
    await thaw('sidelight', frozen);
    const { access } = await aPage(aKeyMemory());
    expect(await access.recover(frozen.recoveryKey)).not.toBeNull();
  });
});

test('a database frozen today thaws to the same', async () => {
  const { access } = await aPage(aKeyMemory());
  const frozen = await freezeDatabase(access);
  expectOpen(access.state.value).vault.database.close();
  await new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase('sidelight');
    request.onsuccess = () => done();
    request.onerror = failed;
  });
  await thaw('sidelight', JSON.parse(JSON.stringify(frozen)));
  const { access: again } = await aPage(aKeyMemory());
  expect(await again.unlock(frozen.passphrase)).toBe(true);
  expect(await tell(expectOpen(again.state.value).vault)).toMatchObject({
    ...frozen.tells,
    activity: expect.anything(),
  });
});
