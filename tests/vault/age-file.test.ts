import { describe, expect, it } from 'vitest';
import { type AgeKey, type AgeLock, BrokenFile, openAgeFile, sealAgeFile } from '../../src/vault/age-file';
import { MOST_HEADER_BYTES, readAgeHeader } from '../../src/vault/age-header';
import { createRecoveryKey } from '../../src/vault/recovery-key';

type Bytes = Uint8Array<ArrayBuffer>;

// Two and a half chunks of the format.
const PLAIN = crypto.getRandomValues(new Uint8Array(65_536));
const plain = () => new Blob([PLAIN, PLAIN, PLAIN.subarray(0, 30_000)]);
/** scrypt as cheap as it gets, so that tests go through the real thing in milliseconds. */
const CHEAP = 4;

/** Not by a Response, which makes every error of a stream its own. */
async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  const parts: Bytes[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read())
    parts.push(next.value as Bytes);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
const seal = async (lock: AgeLock) => {
  const sealed = await sealAgeFile(plain().stream(), lock, CHEAP);
  return { ...sealed, file: await bytesOf(sealed.bytes) };
};
const open = async (file: Bytes, key: AgeKey) => {
  const opened = await openAgeFile(new Blob([file]), key);
  const bytes = opened && (await bytesOf(opened.bytes));
  expect(bytes?.length).toBe(opened?.size);
  return bytes;
};
const whole = async () => new Uint8Array(await plain().arrayBuffer());

describe('a file locked with a passphrase', () => {
  it('opens with it and with no other', async () => {
    const { file, reopen } = await seal({ by: 'passphrase', passphrase: 'café au lait' });
    expect(readAgeHeader(file)).toEqual({ needs: 'passphrase' });
    expect(await open(file, { by: 'passphrase', passphrase: 'café au lait' })).toEqual(await whole());
    expect(await open(file, { by: 'passphrase', passphrase: 'cafe au lait' })).toBeNull();
    expect(await bytesOf((await reopen(new Blob([file]))).bytes)).toEqual(await whole());
  });

  it('opens however its letters were composed', async () => {
    const { file } = await seal({ by: 'passphrase', passphrase: 'cafe\u0301' });
    for (const passphrase of ['caf\u00e9', 'cafe\u0301'])
      expect(await open(file, { by: 'passphrase', passphrase })).not.toBeNull();
  });
});

describe('a file locked to a recovery key', () => {
  it('opens with its identity and with no other, and has no second lock', async () => {
    const [key, other] = await Promise.all([createRecoveryKey(), createRecoveryKey()]);
    const { file } = await seal({ by: 'recovery-key', recipient: key.recipient });
    expect(readAgeHeader(file)).toEqual({ needs: 'recovery-key' });
    const header = new TextDecoder('latin1').decode(file.subarray(0, 400));
    expect(header.match(/^-> /gm)).toHaveLength(1);
    expect(await open(file, { by: 'recovery-key', identity: key.identity })).toEqual(await whole());
    expect(await open(file, { by: 'recovery-key', identity: other.identity })).toBeNull();
  });

  it('is read back without any identity by whoever has just written it, and a turned bit is seen', async () => {
    const { recipient } = await createRecoveryKey();
    const { file, reopen } = await seal({ by: 'recovery-key', recipient });
    expect(await bytesOf((await reopen(new Blob([file]))).bytes)).toEqual(await whole());
    for (const at of [30, 80, 150, 250, 70_000, file.length - 1]) {
      const turned = file.slice();
      turned[at] = (turned[at] ?? 0) ^ 1;
      const read = async () => bytesOf((await reopen(new Blob([turned]))).bytes);
      await expect(read(), `byte ${at}`).rejects.toBeInstanceOf(BrokenFile);
    }
  });
});

describe('a broken file', () => {
  it('errs before its end when a bit is turned or the end is missing', async () => {
    const key = await createRecoveryKey();
    const { file } = await seal({ by: 'recovery-key', recipient: key.recipient });
    const identity: AgeKey = { by: 'recovery-key', identity: key.identity };
    for (const broken of [
      file.slice(0, -1),
      file.slice(0, 65_536 + 216),
      file.slice(0, 216),
      file.map((byte, at) => (at === 9_999 ? byte ^ 4 : byte)),
    ])
      await expect(open(broken, identity)).rejects.toBeInstanceOf(BrokenFile);
  });
});

describe('a header', () => {
  const read = (text: string) => readAgeHeader(new TextEncoder().encode(text));
  const end = '\n--- mac\n';

  it('is none of age, or asks for too much', () => {
    const salt = 'c2FsdHNhbHRzYWx0c2FsdA';
    expect(read(`age-encryption.org/v1\n-> scrypt ${salt} 18\nbody${end}`)).toEqual({ needs: 'passphrase' });
    for (const work of ['21', '64', '0', '', 'x', '-1', '1e1'])
      expect(read(`age-encryption.org/v1\n-> scrypt ${salt} ${work}\nbody${end}`)).toBeNull();
    expect(read(`age-encryption.org/v1\n-> scrypt ${salt} 18\nb\n-> X25519 x\nb${end}`)).toBeNull();
    for (const text of [
      '',
      'PK\u0003\u0004',
      'age-encryption.org/v2\n-> X25519 x\nb',
      '-----BEGIN AGE ENCRYPTED FILE-----\n',
    ])
      expect(read(text + end)).toBeNull();
    expect(read('age-encryption.org/v1\n-> X25519 x\n')).toBeNull();
    expect(read(`age-encryption.org/v1\n-> X25519 ${'x'.repeat(MOST_HEADER_BYTES)}\nb${end}`)).toBeNull();
  });

  it('may be locked in a way we have no key for', () => {
    expect(read(`age-encryption.org/v1\n-> ssh-ed25519 x y\nbody${end}`)).toEqual({ needs: 'other' });
    expect(read(`age-encryption.org/v1\n-> ssh-ed25519 x y\nb\n-> X25519 x\nb${end}`)).toEqual({
      needs: 'recovery-key',
    });
  });
});
