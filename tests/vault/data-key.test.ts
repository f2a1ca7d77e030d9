import { expect, test } from 'vitest';
import { createDataKey, exportDataKey, importDataKey } from '../../src/vault/data-key';
import { open, seal } from '../../src/vault/seal';

const HERE = { table: 'events', id: 'k3', seq: 0, version: 1 };

test('a data key that went through session memory opens what it sealed before', async () => {
  const key = await createDataKey();
  const box = await seal(key.aes, HERE, 'kept');
  const again = await importDataKey(JSON.parse(JSON.stringify(exportDataKey(key))));
  expect(again && (await open(again.aes, HERE, box))).toBe('kept');
});

test('two data keys are never the same', async () => {
  const [one, other] = await Promise.all([createDataKey(), createDataKey()]);
  expect(exportDataKey(one)).not.toBe(exportDataKey(other));
});

test('Web Crypto does not give the key away', async () => {
  const { aes } = await createDataKey();
  expect(aes).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
  await expect(crypto.subtle.exportKey('raw', aes)).rejects.toThrow(DOMException);
});

test.each([
  ['nothing', ''],
  ['text that is no base64', 'not base64!'],
  ['a key of 16 bytes', new Uint8Array(16).toBase64()],
  ['a key of 33 bytes', new Uint8Array(33).toBase64()],
  ['a key with a character cut off', new Uint8Array(32).toBase64().slice(0, -1)],
  ['a key with stray bits at its end', `${'A'.repeat(42)}B=`],
])('%s is no data key', async (_, text) => {
  expect(await importDataKey(text)).toBeNull();
});
