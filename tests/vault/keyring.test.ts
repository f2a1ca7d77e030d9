import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createParameters, derive } from '../../src/vault/argon2id';
import { Damaged } from '../../src/vault/damaged';
import { createDataKey, exportDataKey } from '../../src/vault/data-key';
import {
  createKeyring,
  openBackupRecipient,
  openWithPassphrase,
  openWithRecoveryKey,
  parseKeyring,
  replacePassphrase,
  replaceRecoveryKey,
} from '../../src/vault/keyring';
import { createRecoveryKey } from '../../src/vault/recovery-key';
import { aVault } from './a-vault';
import { cheapParameters } from './cheap-parameters';

describe('a keyring', () => {
  test('opens with any passphrase it was made with, after a trip through JSON', async () => {
    const { dataKey, recoveryKey } = await aVault();
    const passphrases = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(passphrases, async passphrase => {
        const made = await createKeyring(
          dataKey,
          passphrase,
          recoveryKey.recipient,
          derive,
          cheapParameters(),
        );
        const keyring = parseKeyring(JSON.parse(JSON.stringify(made)));
        expect(await openWithPassphrase(keyring, passphrase, derive)).toMatchObject({ raw: dataKey.raw });
      }),
      { numRuns: 10 },
    );
  });

  test('opens with é typed as one code point or as two', async () => {
    const { dataKey, keyring } = await aVault('un caf\u00e9 allong\u00e9');
    const key = await openWithPassphrase(keyring, 'un cafe\u0301 allonge\u0301', derive);
    expect(key && exportDataKey(key)).toBe(exportDataKey(dataKey));
  });

  test.each(['a passphrase of the test', 'A passphrase of the tests', ' ', ''])(
    'does not open with the passphrase %j',
    async wrong => {
      const { keyring } = await aVault('a passphrase of the tests');
      expect(await openWithPassphrase(keyring, wrong, derive)).toBeNull();
    },
  );

  test('opens with its recovery key, however it is typed', async () => {
    const { dataKey, keyring, recoveryKey } = await aVault();
    const typed = recoveryKey.identity.toLowerCase().replace(/.{4}/g, '$& ');
    expect(await openWithRecoveryKey(parseKeyring(keyring), typed)).toMatchObject({ raw: dataKey.raw });
  });

  test('does not open with the recovery key of another vault, nor with what is none', async () => {
    const { keyring, recoveryKey } = await aVault();
    expect(await openWithRecoveryKey(keyring, (await createRecoveryKey()).identity)).toBeNull();
    expect(await openWithRecoveryKey(keyring, recoveryKey.recipient)).toBeNull();
    expect(await openWithRecoveryKey(keyring, '')).toBeNull();
  });

  test('is made with the default costs when none are given', async () => {
    const { dataKey, recoveryKey } = await aVault();
    const keyring = await createKeyring(dataKey, 'two words', recoveryKey.recipient, derive);
    expect(keyring.slots[0]).toMatchObject({ argon2id: { memoryKiB: 65536, passes: 3, lanes: 1 } });
    expect(await openWithPassphrase(keyring, 'two words', derive)).toMatchObject({ raw: dataKey.raw });
  });

  test('holds neither the data key nor the passphrase nor the identity', async () => {
    const { dataKey, keyring, recoveryKey } = await aVault('a passphrase of the tests');
    const written = JSON.stringify(keyring);
    expect(written).not.toContain(exportDataKey(dataKey));
    expect(written).not.toContain('a passphrase of the tests');
    expect(written.toUpperCase()).not.toContain(recoveryKey.identity);
  });

  test('passes on what went wrong with the derivation', async () => {
    const { keyring } = await aVault();
    const failing = () => Promise.reject(new Error('no memory'));
    await expect(openWithPassphrase(keyring, 'x', failing)).rejects.toThrow('no memory');
  });
});

describe('a new passphrase', () => {
  test('opens, and the old one does no longer', async () => {
    const { dataKey, keyring, recoveryKey } = await aVault('the old one');
    const renewed = await replacePassphrase(keyring, dataKey, 'the new one', derive, cheapParameters());
    expect(await openWithPassphrase(renewed, 'the old one', derive)).toBeNull();
    expect(await openWithPassphrase(renewed, 'the new one', derive)).toMatchObject({ raw: dataKey.raw });
    expect(await openWithRecoveryKey(renewed, recoveryKey.identity)).toMatchObject({ raw: dataKey.raw });
    expect(renewed.slots).toHaveLength(2);
  });

  test('leaves the keyring it was made from as it was', async () => {
    const { dataKey, keyring } = await aVault('the old one');
    const before = structuredClone(keyring);
    await replacePassphrase(keyring, dataKey, 'the new one', derive, cheapParameters());
    expect(keyring).toEqual(before);
  });

  test('gets a salt of its own and the costs of today', async () => {
    const { dataKey, keyring } = await aVault('the same one');
    const renewed = await replacePassphrase(keyring, dataKey, 'the same one', derive);
    expect(renewed.slots[0]).toMatchObject({ argon2id: { memoryKiB: createParameters().memoryKiB } });
    expect(renewed.slots[0]).not.toMatchObject({ argon2id: { salt: saltOf(keyring) } });
  });
});

describe('a new recovery key', () => {
  test('opens, and the old one does no longer', async () => {
    const { dataKey, keyring, recoveryKey } = await aVault('two words');
    const fresh = await createRecoveryKey();
    const renewed = await replaceRecoveryKey(keyring, dataKey, fresh.recipient);
    expect(await openWithRecoveryKey(renewed, recoveryKey.identity)).toBeNull();
    expect(await openWithRecoveryKey(renewed, fresh.identity)).toMatchObject({ raw: dataKey.raw });
    expect(await openWithPassphrase(renewed, 'two words', derive)).toMatchObject({ raw: dataKey.raw });
    expect(await openBackupRecipient(renewed, dataKey)).toBe(fresh.recipient);
  });

  test('is refused unless it is a recipient', async () => {
    const { dataKey, keyring, recoveryKey } = await aVault();
    await expect(replaceRecoveryKey(keyring, dataKey, recoveryKey.identity)).rejects.toThrow(RangeError);
  });
});

describe('backups go to', () => {
  test('the recipient that the data key vouches for', async () => {
    const { dataKey, keyring, recoveryKey } = await aVault();
    expect(await openBackupRecipient(parseKeyring(keyring), dataKey)).toBe(recoveryKey.recipient);
  });

  test('nobody, when another data key vouched or there is no recovery slot', async () => {
    const { dataKey, keyring } = await aVault();
    expect(await openBackupRecipient(keyring, await createDataKey())).toBeNull();
    const without = { ...keyring, slots: keyring.slots.filter(({ kind }) => kind !== 'recovery') };
    expect(await openBackupRecipient(without, dataKey)).toBeNull();
  });
});

test('a keyring out of form is damaged', async () => {
  const { keyring } = await aVault();
  const [slot] = keyring.slots;
  const broken = [
    null,
    undefined,
    'keyring',
    [],
    {},
    { ...keyring, version: 2 },
    { ...keyring, more: 1 },
    { version: 1, slots: [] },
    { version: 1, slots: Array.from({ length: 9 }, () => slot) },
    { version: 1, slots: [{ kind: 'passkey', wrapped: '' }] },
    { version: 1, slots: [null] },
    { version: 1, slots: [{ ...slot, kind: 'recovery' }] },
  ];
  for (const stored of broken) expect(() => parseKeyring(stored)).toThrow(Damaged);
});

function saltOf({ slots }: Awaited<ReturnType<typeof aVault>>['keyring']): unknown {
  return slots.find(slot => slot.kind === 'passphrase')?.argon2id.salt;
}
