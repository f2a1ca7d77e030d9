import { expect, test } from 'vitest';
import { derive } from '../../src/vault/argon2id';
import { exportDataKey, importDataKey } from '../../src/vault/data-key';
import {
  openBackupRecipient,
  openWithPassphrase,
  openWithRecoveryKey,
  parseKeyring,
} from '../../src/vault/keyring';
import { open } from '../../src/vault/seal';
import { FROZEN } from './frozen-vault';

test('opens a record sealed by OpenSSL', async () => {
  const key = await importDataKey(FROZEN.dataKey);
  if (!key) throw new Error('The frozen key is broken.');
  const box = Uint8Array.fromBase64(FROZEN.record.box);
  expect(await open(key.aes, FROZEN.record.address, box)).toEqual(FROZEN.record.value);
});

test('opens a keyring wrapped with the reference Argon2id', async () => {
  const key = await openWithPassphrase(parseKeyring(FROZEN.keyring), FROZEN.passphrase, derive);
  expect(key && exportDataKey(key)).toBe(FROZEN.dataKey);
});

test('opens a keyring wrapped by the age tool', async () => {
  const keyring = parseKeyring(FROZEN.keyring);
  const key = await openWithRecoveryKey(keyring, FROZEN.identity);
  if (!key) throw new Error('The recovery key did not open.');
  expect(exportDataKey(key)).toBe(FROZEN.dataKey);
  expect(await openBackupRecipient(keyring, key)).toBe(FROZEN.recipient);
});
