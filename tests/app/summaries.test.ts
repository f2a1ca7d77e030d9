import { describe, expect, onTestFinished, test } from 'vitest';
import { Summaries } from '../../src/app/summaries';
import type { OpenVault } from '../../src/store/open-vault';
import { readySummary } from '../../src/store/sessions';
import { addMadeUp } from '../fixtures/a-full-vault';
import { anOpenVault } from '../fixtures/an-open-vault';
import { idOf } from '../fixtures/made-up-sessions';
import { replace } from '../fixtures/watched-writes';

function open(vault: OpenVault): Summaries {
  const summaries = new Summaries(vault);
  onTestFinished(() => summaries.close());
  return summaries;
}

/** How often a box was opened since. */
function countOpened(): () => number {
  let opened = 0;
  replace(
    SubtleCrypto.prototype,
    'decrypt',
    original =>
      function (this: SubtleCrypto, ...args: Parameters<SubtleCrypto['decrypt']>) {
        opened += 1;
        return original.apply(this, args);
      },
  );
  return () => opened;
}

describe('the summaries', () => {
  test('of an empty vault are none, and grow with it', async () => {
    const { vault } = await anOpenVault();
    const summaries = open(vault);
    expect(summaries.all.value).toBeNull();
    await expect.poll(() => summaries.all.value).toEqual([]);
    await addMadeUp(vault, 2);
    await expect.poll(() => summaries.all.value?.map(({ id }) => id)).toEqual([idOf(1), idOf(0)]);
  });

  test('are all there, newest first, however many pages they fill', async () => {
    const { vault, another } = await anOpenVault();
    await addMadeUp(vault, 1_100);
    const summaries = open(await another());
    await expect.poll(() => summaries.all.value?.length).toBe(1_100);
    expect(summaries.all.value?.map(({ id }) => id)).toEqual(
      Array.from({ length: 1_100 }, (_, index) => idOf(1_099 - index)),
    );
  });

  test('open again what was changed, and nothing else', async () => {
    const { vault, another } = await anOpenVault();
    await addMadeUp(vault, 300);
    const summaries = open(await another());
    await expect.poll(() => summaries.all.value?.length).toBe(300);
    const known = summaries.all.value?.find(({ id }) => id === idOf(7))?.summary;
    if (!known) throw new Error('Not there.');
    const countSince = countOpened();
    await (await readySummary(vault, idOf(7), { ...known, minutes: 999 }))();
    await expect
      .poll(() => summaries.all.value?.find(({ id }) => id === idOf(7))?.summary?.minutes)
      .toBe(999);
    expect(countSince()).toBe(1);
  });

  test('keep the place of a damaged one, and forget one that was erased', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 3);
    await vault.database.sessions
      .where('id')
      .equals(idOf(1))
      .modify({ box: new Uint8Array(80) });
    const summaries = open(vault);
    await expect
      .poll(() => summaries.all.value?.map(({ summary }) => summary === null))
      .toEqual([false, true, false]);
    await vault.database.sessions.where('id').equals(idOf(2)).delete();
    await expect.poll(() => summaries.all.value?.map(({ id }) => id)).toEqual([idOf(1), idOf(0)]);
  });
});
