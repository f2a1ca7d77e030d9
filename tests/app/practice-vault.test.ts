import { describe, expect, test } from 'vitest';
import { fillPracticeVault } from '../../src/app/practice';
import { listRows } from '../../src/store/sessions';
import { createDataKey, exportDataKey } from '../../src/vault/data-key';
import { aKeyMemory } from '../fixtures/a-key-memory';
import { AWorld } from '../fixtures/a-world';
import { dumpRaw } from '../fixtures/raw-database';
import { aKeptVault, aPage, beginWithoutVaults, expectOpen, PASSPHRASE } from './a-page-of-the-vault';

beginWithoutVaults();

describe('practising', () => {
  const fill = (vault: Parameters<typeof fillPracticeVault>[0]) =>
    fillPracticeVault(vault, new AWorld().page());

  test('opens a vault of its own with made-up sessions, and leaves no key for it on the disk', async () => {
    const memory = aKeyMemory();
    const { access } = await aPage(memory);
    await access.practise(fill);
    const { kind, vault } = expectOpen(access.state.value);
    expect([kind, (await listRows(vault, 10)).total]).toEqual(['practice', 12]);
    expect(await vault.database.keyring.count()).toBe(0);
    expect(await dumpRaw('sidelight')).toEqual([]);
  });

  test('once left is wiped, and what is left of it cannot be read', async () => {
    const memory = aKeyMemory();
    const { access, reloads } = await aPage(memory);
    await access.practise(fill);
    await access.lock();
    await expect.poll(reloads).toBe(1);
    expect((await aPage(memory)).access.state.value).toEqual({ is: 'none' });
    await expect
      .poll(async () => (await indexedDB.databases()).map(({ name }) => name))
      .not.toContain('sidelight-practice');
  });

  test('begins afresh each time', async () => {
    const { access } = await aPage(aKeyMemory());
    await access.practise(fill);
    await access.lock();
    const again = await aPage(aKeyMemory());
    await again.access.practise(async () => {});
    expect((await listRows(expectOpen(again.access.state.value).vault, 10)).total).toBe(0);
  });

  test('leaves the therapist’s own vault alone', async () => {
    const { memory, page } = await aKeptVault();
    await page.access.lock();
    const before = await dumpRaw('sidelight');
    const other = await aPage(memory);
    await other.access.practise(fill);
    await other.access.lock();
    expect(await dumpRaw('sidelight')).toEqual(before);
    expect(await (await aPage(memory)).access.unlock(PASSPHRASE)).toBe(true);
  });

  test('started in one page closes the own vault another page has open', async () => {
    const { memory, page } = await aKeptVault();
    await memory.write({ kind: 'practice', key: exportDataKey(await createDataKey()) });
    await expect.poll(page.reloads).toBe(1);
  });
});
