import { derive } from '../../src/vault/argon2id';
import { createDataKey, type DataKey } from '../../src/vault/data-key';
import { createKeyring, type Keyring } from '../../src/vault/keyring';
import { createRecoveryKey, type RecoveryKey } from '../../src/vault/recovery-key';
import { cheapParameters } from './cheap-parameters';

export interface AVault {
  readonly dataKey: DataKey;
  readonly recoveryKey: RecoveryKey;
  readonly keyring: Keyring;
}

export async function aVault(passphrase = 'a passphrase of the tests'): Promise<AVault> {
  const [dataKey, recoveryKey] = await Promise.all([createDataKey(), createRecoveryKey()]);
  const { recipient } = recoveryKey;
  const keyring = await createKeyring(dataKey, passphrase, recipient, derive, cheapParameters());
  return { dataKey, recoveryKey, keyring };
}

/** The same slot and the rest of the keyring, with one slot changed. */
export function withSlotChanged(
  keyring: Keyring,
  kind: Keyring['slots'][number]['kind'],
  change: Record<string, unknown>,
): unknown {
  return {
    ...keyring,
    slots: keyring.slots.map(slot => (slot.kind === kind ? { ...slot, ...change } : slot)),
  };
}

/** Base64 with one bit of one byte turned. */
export function flipBit(base64: string, byte: number): string {
  const bytes = Uint8Array.fromBase64(base64);
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  return bytes.toBase64();
}
