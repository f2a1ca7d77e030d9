import { beforeAll, describe, expect, test } from 'vitest';
import { derive } from '../../src/vault/argon2id';
import { Damaged } from '../../src/vault/damaged';
import {
  openBackupRecipient,
  openWithPassphrase,
  openWithRecoveryKey,
  parseKeyring,
  type Slot,
} from '../../src/vault/keyring';
import { type AVault, aVault, flipBit, withSlotChanged } from './a-vault';

type PassphraseSlot = Extract<Slot, { kind: 'passphrase' }>;
type RecoverySlot = Extract<Slot, { kind: 'recovery' }>;

let ours: AVault;
let theirs: AVault;
let passphraseSlot: PassphraseSlot;
let recoverySlot: RecoverySlot;
beforeAll(async () => {
  ours = await aVault('two words');
  theirs = await aVault('two words');
  passphraseSlot = expectSlot(ours, 'passphrase');
  recoverySlot = expectSlot(ours, 'recovery');
});

describe('a passphrase slot, altered on the disk', () => {
  test('is damaged when its costs are out of bounds', () => {
    for (const cost of [{ memoryKiB: 64 * 1024 * 1024 }, { memoryKiB: 1 }, { passes: 1000 }, { lanes: 0 }]) {
      const argon2id = { ...passphraseSlot.argon2id, ...cost };
      expect(() => parseKeyring(withSlotChanged(ours.keyring, 'passphrase', { argon2id }))).toThrow(Damaged);
    }
  });

  test('is damaged when its wrapped key is cut short, grows or is no base64', () => {
    for (const wrapped of [
      '',
      'no base64!',
      passphraseSlot.wrapped.slice(4),
      `${passphraseSlot.wrapped}AAAA`,
    ]) {
      expect(() => parseKeyring(withSlotChanged(ours.keyring, 'passphrase', { wrapped }))).toThrow(Damaged);
    }
  });

  test.each([
    ['nonce', 0],
    ['body', 12],
    ['padding', 70],
    ['tag', 91],
  ])('does not open with a bit of its %s turned', async (_, byte) => {
    const wrapped = flipBit(passphraseSlot.wrapped, byte);
    const keyring = parseKeyring(withSlotChanged(ours.keyring, 'passphrase', { wrapped }));
    expect(await openWithPassphrase(keyring, 'two words', derive)).toBeNull();
  });

  test('does not open with other costs, another salt, or the wrapped key of another vault', async () => {
    const { argon2id } = passphraseSlot;
    const other = expectSlot(theirs, 'passphrase');
    for (const change of [
      { argon2id: { ...argon2id, memoryKiB: argon2id.memoryKiB * 2 } },
      { argon2id: { ...argon2id, passes: 2 } },
      { argon2id: other.argon2id },
      { wrapped: other.wrapped },
    ]) {
      const keyring = parseKeyring(withSlotChanged(ours.keyring, 'passphrase', change));
      expect(await openWithPassphrase(keyring, 'two words', derive)).toBeNull();
    }
  });

  test('does not open with costs that only pretend to be those it was wrapped with', async () => {
    // The key derived is the right one; the parameters bound to the box are not.
    const { argon2id } = passphraseSlot;
    const keyring = parseKeyring(
      withSlotChanged(ours.keyring, 'passphrase', { argon2id: { ...argon2id, passes: 2 } }),
    );
    const asBefore = (passphrase: string) => derive(passphrase, argon2id);
    expect(await openWithPassphrase(keyring, 'two words', asBefore)).toBeNull();
  });
});

describe('a recovery slot, altered on the disk', () => {
  test('is damaged when its recipient is none, or anything is no base64', () => {
    for (const change of [
      { recipient: ours.recoveryKey.identity },
      { recipient: swapLast(recoverySlot.recipient) },
      { wrapped: 'no base64!' },
      { wrapped: '' },
      { voucher: '' },
    ]) {
      expect(() => parseKeyring(withSlotChanged(ours.keyring, 'recovery', change))).toThrow(Damaged);
    }
  });

  test('is damaged, for its own key, with a bit turned anywhere in the wrapped key', async () => {
    const { length } = Uint8Array.fromBase64(recoverySlot.wrapped);
    for (let byte = 0; byte < length; byte++) {
      const wrapped = flipBit(recoverySlot.wrapped, byte);
      const keyring = parseKeyring(withSlotChanged(ours.keyring, 'recovery', { wrapped }));
      await expect(openWithRecoveryKey(keyring, ours.recoveryKey.identity)).rejects.toThrow(Damaged);
    }
  });

  test('is damaged, for its own key, when the wrapped key is of another vault', async () => {
    const { wrapped } = expectSlot(theirs, 'recovery');
    const keyring = parseKeyring(withSlotChanged(ours.keyring, 'recovery', { wrapped }));
    await expect(openWithRecoveryKey(keyring, ours.recoveryKey.identity)).rejects.toThrow(Damaged);
  });

  test('still opens when only its recipient was changed', async () => {
    const { recipient } = expectSlot(theirs, 'recovery');
    const keyring = parseKeyring(withSlotChanged(ours.keyring, 'recovery', { recipient }));
    const key = await openWithRecoveryKey(keyring, ours.recoveryKey.identity);
    expect(key).toMatchObject({ raw: ours.dataKey.raw });
  });

  test('gets no backups', async () => {
    const other = expectSlot(theirs, 'recovery');
    for (const change of [
      { recipient: other.recipient },
      { wrapped: other.wrapped },
      { wrapped: flipBit(recoverySlot.wrapped, 100) },
      { voucher: other.voucher },
      { voucher: flipBit(recoverySlot.voucher, 50) },
      { ...other },
    ]) {
      const keyring = parseKeyring(withSlotChanged(ours.keyring, 'recovery', change));
      expect(await openBackupRecipient(keyring, ours.dataKey)).toBeNull();
    }
  });
});

function expectSlot<Kind extends Slot['kind']>(vault: AVault, kind: Kind): Extract<Slot, { kind: Kind }> {
  const slot = vault.keyring.slots.find(
    (candidate): candidate is Extract<Slot, { kind: Kind }> => candidate.kind === kind,
  );
  if (!slot) throw new Error(`This keyring has no ${kind} slot.`);
  return slot;
}

/** With its last character another one. */
function swapLast(text: string): string {
  return text.slice(0, -1) + (text.endsWith('q') ? 'p' : 'q');
}
