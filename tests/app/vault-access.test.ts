import { describe, expect, onTestFinished, test } from 'vitest';
import { changePassphrase } from '../../src/app/vault-secrets';
import { openDatabase } from '../../src/store/database';
import { getKeyring, swapKeyring } from '../../src/store/keyring';
import { getLiveSession, listRows, openSummaries } from '../../src/store/sessions';
import { isSweepDue } from '../../src/store/sweep-due';
import { createDataKey, exportDataKey } from '../../src/vault/data-key';
import { parseKeyring } from '../../src/vault/keyring';
import { sealRecoverySlot } from '../../src/vault/recovery-slot';
import { aKeyMemory } from '../fixtures/a-key-memory';
import { aLiveSession } from '../fixtures/an-open-vault';
import { answer, dumpRaw } from '../fixtures/raw-database';
import { aKeptVault, aPage, beginWithoutVaults, expectOpen, PASSPHRASE } from './a-page-of-the-vault';

const aWhile = () => new Promise(resolve => setTimeout(resolve, 300));

beginWithoutVaults();

describe('a first vault', () => {
  test('is none until it is kept: nothing is on the disk and nothing in memory', async () => {
    const memory = aKeyMemory();
    const { access } = await aPage(memory);
    expect(access.state.value).toEqual({ is: 'none' });
    const { recoveryKey } = await access.prepare(PASSPHRASE);
    expect(recoveryKey).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    expect([access.state.value, await memory.read()]).toEqual([{ is: 'none' }, null]);
    expect(await dumpRaw('sidelight')).toEqual([]);
  });

  test('once kept is unlocked in every page, and holds neither passphrase nor recovery key', async () => {
    const memory = aKeyMemory();
    const [one, other] = [await aPage(memory), await aPage(memory)];
    const prepared = await one.access.prepare(PASSPHRASE);
    await prepared.keep();
    expect(expectOpen(one.access.state.value).kind).toBe('own');
    await expect.poll(() => other.access.state.value.is).toBe('unlocked');
    const stored = JSON.stringify(await dumpRaw('sidelight')).toLowerCase();
    const held = (await memory.read())?.key ?? '';
    for (const secret of [PASSPHRASE, prepared.recoveryKey, held])
      expect(stored).not.toContain(secret.toLowerCase());
  });

  test('is never replaced by another that was prepared beside it', async () => {
    const memory = aKeyMemory();
    const { access } = await aPage(memory);
    const [first, second] = [await access.prepare(PASSPHRASE), await access.prepare('another passphrase')];
    await first.keep();
    const before = await dumpRaw('sidelight');
    await expect(second.keep()).rejects.toThrow();
    expect(await dumpRaw('sidelight')).toEqual(before);
  });
});

describe('locking', () => {
  test('reloads every page that had it open, and the next look finds it locked', async () => {
    const { memory, page } = await aKeptVault();
    const other = await aPage(memory);
    await other.access.lock();
    await expect.poll(() => [page.reloads(), other.reloads()]).toEqual([1, 1]);
    expect(await memory.read()).toBeNull();
    expect((await aPage(memory)).access.state.value).toEqual({ is: 'locked' });
  });

  test('while a page is still opening leaves that page locked', async () => {
    const { memory, page } = await aKeptVault();
    const held = await memory.read();
    await page.access.lock();
    const other = await aPage(memory);
    if (held) await memory.write(held);
    await memory.clear();
    await aWhile();
    // Either it never opened, or it opened and was told to reload.
    expect(other.access.state.value.is === 'unlocked' && other.reloads() === 0).toBe(false);
  });

  test('does not reload a page that had nothing open', async () => {
    const { memory, page } = await aKeptVault();
    await page.access.lock();
    const other = await aPage(memory);
    await other.access.lock();
    await aWhile();
    expect(other.reloads()).toBe(0);
  });
});

describe('unlocking', () => {
  test('takes the passphrase, brings the records back and opens the other pages', async () => {
    const { memory, page } = await aKeptVault();
    const id = await aLiveSession(expectOpen(page.access.state.value).vault);
    await page.access.lock();
    const [one, other] = [await aPage(memory), await aPage(memory)];
    expect(await one.access.unlock(PASSPHRASE)).toBe(true);
    const { vault } = expectOpen(one.access.state.value);
    expect(await getLiveSession(vault)).toBe(id);
    const [listed] = await openSummaries(vault, (await listRows(vault, 1)).rows);
    expect(listed?.summary?.client).toBe('Heron');
    await expect.poll(() => other.access.state.value.is).toBe('unlocked');
  });

  test.each(['', 'three herons by the lak', 'Three herons by the lake', `${PASSPHRASE} `])(
    'refuses %j and stays locked',
    async passphrase => {
      const { memory, page } = await aKeptVault();
      await page.access.lock();
      const again = await aPage(memory);
      expect(await again.access.unlock(passphrase)).toBe(false);
      expect([again.access.state.value, await memory.read()]).toEqual([{ is: 'locked' }, null]);
    },
  );
});

describe('the way back with the recovery key', () => {
  test('sets a new passphrase, with which alone it opens from then on', async () => {
    const { memory, page, recoveryKey } = await aKeptVault();
    const id = await aLiveSession(expectOpen(page.access.state.value).vault);
    await page.access.lock();
    const again = await aPage(memory);
    const recovery = await again.access.recover(recoveryKey.toLowerCase());
    expect(again.access.state.value).toEqual({ is: 'locked' });
    await recovery?.setPassphrase('a new one by the river');
    expect(await getLiveSession(expectOpen(again.access.state.value).vault)).toBe(id);

    await again.access.lock();
    const later = await aPage(memory);
    expect(await later.access.unlock(PASSPHRASE)).toBe(false);
    expect(await later.access.unlock('a new one by the river')).toBe(true);
  });

  test('still opens after it was used once', async () => {
    const { memory, page, recoveryKey } = await aKeptVault();
    await (await page.access.recover(recoveryKey))?.setPassphrase('a new one by the river');
    await page.access.lock();
    expect(await (await aPage(memory)).access.recover(recoveryKey)).not.toBeNull();
  });

  test('is closed to the key of another vault and to what is no key', async () => {
    const { page } = await aKeptVault();
    const stranger = (await page.access.prepare(PASSPHRASE)).recoveryKey;
    expect(await page.access.recover(stranger)).toBeNull();
    expect(await page.access.recover('AGE-SECRET-KEY-1')).toBeNull();
  });

  test('is closed to a slot that somebody else put there, and the keyring stays as it is', async () => {
    const { memory, page, recoveryKey } = await aKeptVault();
    const { vault } = expectOpen(page.access.state.value);
    await aLiveSession(vault);
    const row = await vault.database.keyring.get('keyring');
    const { slots } = parseKeyring(row?.keyring);
    const slot = slots.find(({ kind }) => kind === 'recovery');
    if (slot?.kind !== 'recovery') throw new Error('No recovery slot.');
    const planted = await sealRecoverySlot(await createDataKey(), slot.recipient);
    const keyring = { version: 1, slots: [...slots.filter(({ kind }) => kind !== 'recovery'), planted] };
    await vault.database.keyring.put({ id: 'keyring', keyring });
    await page.access.lock();

    const again = await aPage(memory);
    expect(await again.access.recover(recoveryKey)).toBeNull();
    expect(await again.access.unlock(PASSPHRASE)).toBe(true);
  });
});

describe('an old slot', () => {
  test('that a browser which died had no time to sweep away is swept by the next page that opens, locked or not', async () => {
    const { memory, page } = await aKeptVault();
    const { database } = expectOpen(page.access.state.value).vault;
    const keyring = await getKeyring(database);
    if (!keyring) throw new Error('No keyring.');
    const sweeps = async () =>
      (await indexedDB.databases()).flatMap(({ name = '' }) =>
        name.startsWith('sidelight-sweep') ? [name] : [],
      );
    for (const isLocked of [false, true]) {
      await page.access.lock();
      for (const name of await sweeps()) await answer(indexedDB.deleteDatabase(name));
      const other = await openDatabase('sidelight');
      onTestFinished(() => other.close());
      expect(await swapKeyring(other, keyring, keyring)).toBe(true);
      expect(await isSweepDue(other)).toBe(true);
      if (!isLocked) await memory.write({ kind: 'own', key: exportDataKey(await createDataKey()) });
      await aPage(memory);
      await expect.poll(() => isSweepDue(other)).toBe(false);
      expect(await sweeps()).not.toEqual([]);
      expect(await getKeyring(other)).toEqual(keyring);
    }
  });

  test('is swept once more by the next page, and costs nothing after that', async () => {
    const { memory, page } = await aKeptVault();
    const { vault } = expectOpen(page.access.state.value);
    await changePassphrase(vault.database, PASSPHRASE, 'a new one by the river');
    expect(await isSweepDue(vault.database)).toBe(true);
    await aPage(memory);
    await expect.poll(() => isSweepDue(vault.database)).toBe(false);
    const before = (await indexedDB.databases()).map(({ name }) => name).sort();
    await aPage(memory);
    await aWhile();
    expect((await indexedDB.databases()).map(({ name }) => name).sort()).toEqual(before);
  });
});

describe('a database that will not open', () => {
  test('since a newer Sidelight wrote it, is named so and left untouched', async () => {
    const request = indexedDB.open('sidelight', 9_990);
    request.onupgradeneeded = () => {
      request.result
        .createObjectStore('keyring', { keyPath: 'id' })
        .add({ id: 'keyring', keyring: { version: 7 } });
      request.result.createObjectStore('of-the-future').add('something', 1);
    };
    (await answer(request)).close();
    const before = await dumpRaw('sidelight');

    const { access } = await aPage(aKeyMemory());
    expect(access.state.value).toEqual({ is: 'unreadable', because: 'newer' });
    expect(await dumpRaw('sidelight')).toEqual(before);
    const [found] = (await indexedDB.databases()).filter(({ name }) => name === 'sidelight');
    expect(found?.version).toBe(9_990);
  });

  test('since its keyring is damaged, is named so and left untouched', async () => {
    const { memory, page } = await aKeptVault();
    await expectOpen(page.access.state.value).vault.database.keyring.put({
      id: 'keyring',
      keyring: { version: 1 },
    });
    await page.access.lock();
    const before = await dumpRaw('sidelight');
    const again = await aPage(memory);
    expect(again.access.state.value).toEqual({ is: 'unreadable', because: 'damaged' });
    expect(await dumpRaw('sidelight')).toEqual(before);
  });

  test('since its keyring is gone but records are there, is not taken for no vault at all', async () => {
    const { memory, page } = await aKeptVault();
    const { vault } = expectOpen(page.access.state.value);
    await aLiveSession(vault);
    await vault.database.keyring.clear();
    await page.access.lock();
    expect((await aPage(memory)).access.state.value).toEqual({
      is: 'unreadable',
      because: 'keyring-missing',
    });
  });
});
