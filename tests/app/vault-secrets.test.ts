import { describe, expect, onTestFinished, test } from 'vitest';
import { changePassphrase, prepareRecoveryKey, strengthen } from '../../src/app/vault-secrets';
import type { VaultDatabase } from '../../src/store/database';
import { addKeyring, getKeyring, swapKeyring } from '../../src/store/keyring';
import { createSession } from '../../src/store/sessions';
import { DEFAULT, derive } from '../../src/vault/argon2id';
import {
  hasWeakPassphraseSlot,
  type Keyring,
  openWithPassphrase,
  openWithRecoveryKey,
} from '../../src/vault/keyring';
import { aStart } from '../fixtures/a-session';
import { anOpenVault } from '../fixtures/an-open-vault';
import { dumpRaw } from '../fixtures/raw-database';
import { aVault } from '../vault/a-vault';

const OLD = 'a passphrase of the tests';
const NEW = 'another passphrase of the tests';

/** A vault with one record, whose keyring is from a time of lower costs. */
async function aStoredVault() {
  const { vault } = await anOpenVault();
  const { database } = vault;
  const { dataKey, keyring, recoveryKey } = await aVault(OLD);
  await addKeyring(database, keyring);
  const clock = { elapsed: 0, anchor: { wall: 0, mono: 0, page: 'a page' } };
  await createSession({ database, key: dataKey.aes }, crypto.randomUUID(), aStart(), clock);
  return { database, dataKey, keyring, recoveryKey };
}

async function expectStored(database: VaultDatabase): Promise<Keyring> {
  const stored = await getKeyring(database);
  if (!stored) throw new Error('The keyring is gone.');
  return stored;
}

const opens = async (keyring: Keyring, passphrase: string) =>
  (await openWithPassphrase(keyring, passphrase, derive)) !== null;
const passphraseSlot = ({ slots }: Keyring) => slots.find(slot => slot.kind === 'passphrase');
const recoverySlot = ({ slots }: Keyring) => slots.find(slot => slot.kind === 'recovery');

describe('changing the passphrase', () => {
  test('wraps the slot anew with a new salt and today’s costs, and nothing else', async () => {
    const { database, keyring } = await aStoredVault();
    const records = async () => (await dumpRaw(database.name)).filter(({ table }) => table !== 'keyring');
    const before = await records();
    expect(await changePassphrase(database, OLD, NEW)).toBe(true);
    const renewed = await expectStored(database);
    expect(await opens(renewed, NEW)).toBe(true);
    expect(await opens(renewed, OLD)).toBe(false);
    expect(passphraseSlot(renewed)?.argon2id).toMatchObject(DEFAULT);
    expect(passphraseSlot(renewed)?.argon2id.salt).not.toBe(passphraseSlot(keyring)?.argon2id.salt);
    expect(recoverySlot(renewed)).toEqual(recoverySlot(keyring));
    expect(renewed.slots).toHaveLength(2);
    expect(JSON.stringify(await dumpRaw(database.name))).not.toContain(passphraseSlot(keyring)?.wrapped);
    expect(await records()).toEqual(before);
  });

  test('changes nothing when the current passphrase is wrong', async () => {
    const { database, keyring } = await aStoredVault();
    expect(await changePassphrase(database, 'not this one', NEW)).toBe(false);
    expect(await expectStored(database)).toEqual(keyring);
  });

  test('leaves the old one when the browser will not write', async () => {
    const { database, keyring } = await aStoredVault();
    database.keyring.hook('updating', () => {
      throw new Error('disk full');
    });
    await expect(changePassphrase(database, OLD, NEW)).rejects.toThrow('disk full');
    expect(await expectStored(database)).toEqual(keyring);
  });

  test('keeps a recovery key that was replaced at the same time', async () => {
    const { database, recoveryKey } = await aStoredVault();
    const prepared = await prepareRecoveryKey(database, OLD);
    if (!prepared) throw new Error('The passphrase opens it.');
    expect(await changePassphrase(database, OLD, NEW)).toBe(true);
    await prepared.keep();
    const renewed = await expectStored(database);
    expect(await opens(renewed, NEW)).toBe(true);
    expect(await openWithRecoveryKey(renewed, prepared.recoveryKey)).not.toBeNull();
    expect(await openWithRecoveryKey(renewed, recoveryKey.identity)).toBeNull();
  });
});

describe('a new recovery key', () => {
  test('counts only once it is kept, and then alone', async () => {
    const { database, keyring, recoveryKey } = await aStoredVault();
    const prepared = await prepareRecoveryKey(database, OLD);
    if (!prepared) throw new Error('The passphrase opens it.');
    expect(await expectStored(database)).toEqual(keyring);
    await prepared.keep();
    const renewed = await expectStored(database);
    expect(await openWithRecoveryKey(renewed, recoveryKey.identity)).toBeNull();
    expect(await openWithRecoveryKey(renewed, prepared.recoveryKey)).not.toBeNull();
    expect(passphraseSlot(renewed)).toEqual(passphraseSlot(keyring));
  });

  test('is not made for a wrong passphrase, nor for a slot of another key', async () => {
    const { database, keyring } = await aStoredVault();
    expect(await prepareRecoveryKey(database, 'not this one')).toBeNull();
    const foreign = await aVault('a passphrase of somebody else');
    await swapKeyring(database, keyring, foreign.keyring);
    expect(await prepareRecoveryKey(database, 'a passphrase of somebody else')).toBeNull();
    expect(await changePassphrase(database, 'a passphrase of somebody else', NEW)).toBe(false);
  });
});

describe('stronger costs after an unlock', () => {
  test('take the place of weaker ones, with the same passphrase', async () => {
    const { database, keyring, dataKey } = await aStoredVault();
    expect(hasWeakPassphraseSlot(keyring)).toBe(true);
    expect(await strengthen(database, keyring, dataKey, OLD)).toBe(true);
    const renewed = await expectStored(database);
    expect(hasWeakPassphraseSlot(renewed)).toBe(false);
    expect((await openWithPassphrase(renewed, OLD, derive))?.raw).toEqual(dataKey.raw);
    expect(await strengthen(database, renewed, dataKey, OLD)).toBe(false);
    expect(await expectStored(database)).toEqual(renewed);
  });

  test('wait for the next unlock when another page changed the passphrase meanwhile', async () => {
    const { database, keyring, dataKey } = await aStoredVault();
    await changePassphrase(database, OLD, NEW);
    const changed = await expectStored(database);
    expect(await strengthen(database, keyring, dataKey, OLD)).toBe(false);
    expect(await expectStored(database)).toEqual(changed);
  });

  test('are all there or not at all when the write fails', async () => {
    const { database, keyring, dataKey } = await aStoredVault();
    const refuse = () => {
      throw new Error('disk full');
    };
    database.keyring.hook('updating', refuse);
    onTestFinished(() => database.keyring.hook('updating').unsubscribe(refuse));
    await expect(strengthen(database, keyring, dataKey, OLD)).rejects.toThrow('disk full');
    expect(await expectStored(database)).toEqual(keyring);
  });
});
