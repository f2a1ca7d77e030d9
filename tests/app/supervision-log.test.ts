import { describe, expect, it } from 'vitest';
import { removeSupervisionEntry, saveSupervisionEntry } from '../../src/app/supervision-log';
import { SUPERVISION_LOG_SETTING } from '../../src/store/packets';
import { getSetting } from '../../src/store/settings';
import { anOpenVault } from '../fixtures/an-open-vault';

describe('the supervision log', () => {
  it('keeps entries newest first, changes one in its place and removes one, from two pages at once', async () => {
    const { vault, another } = await anOpenVault();
    const entry = (id: string, day: string) => ({ id, day, minutes: 50, discussed: id, agreed: '' });
    await Promise.all([
      saveSupervisionEntry(vault, entry('a', '2026-03-01')),
      saveSupervisionEntry(await another(), entry('b', '2026-03-08')),
    ]);
    await saveSupervisionEntry(vault, { ...entry('a', '2026-03-01'), agreed: 'sooner' });
    const log = async () =>
      (await getSetting(vault, SUPERVISION_LOG_SETTING)).map(({ id, agreed }) => [id, agreed]);
    expect(await log()).toEqual([
      ['b', ''],
      ['a', 'sooner'],
    ]);
    await removeSupervisionEntry(vault, 'b');
    expect(await log()).toEqual([['a', 'sooner']]);
  });
});
