import * as z from 'zod/mini';
import type { Address } from './address';
import { KEY_BYTES } from './aes-key';
import { decodeBase64 } from './base64';
import { Damaged } from './damaged';
import { type DataKey, fromRaw } from './data-key';
import { isRecipient } from './recovery-key';
import { open, seal } from './seal';

/** An age file of 32 bytes for one recipient has 232; the bounds leave room for other writers of age files. */
const LEAST_FILE_BYTES = 200;
const MOST_FILE_BYTES = 4096;
/** `true`, padded to 64 bytes, with its nonce and tag. */
const VOUCHER_BYTES = 12 + 64 + 16;

/** The data key encrypted to the recovery key's recipient. */
export const recoverySlotSchema = z.strictObject({
  kind: z.literal('recovery'),
  /** `age1…`, in clear. Backups are encrypted to it, but only as `openRecipient` hands it out. */
  recipient: z.string().check(z.refine(isRecipient)),
  /** Base64 of an age file that holds the 32 bytes of the data key. */
  wrapped: z.string().check(z.refine(text => decodeBase64(text, LEAST_FILE_BYTES, MOST_FILE_BYTES) !== null)),
  /** Base64 of a box under the data key, which opens only beside this recipient and this wrapped key. */
  voucher: z.string().check(z.refine(text => decodeBase64(text, VOUCHER_BYTES) !== null)),
});

export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

/** Wraps the data key for the holder of the recovery key. Needs the recipient only. Loads the age library. */
export async function sealRecoverySlot(dataKey: DataKey, recipient: string): Promise<RecoverySlot> {
  if (!isRecipient(recipient)) throw new RangeError('Not the recipient of a recovery key.');
  const { Encrypter } = await import('./age');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const wrapped = (await encrypter.encrypt(dataKey.raw)).toBase64();
  const voucher = await seal(dataKey.aes, voucherAddress(recipient, wrapped), true);
  return { kind: 'recovery', recipient, wrapped, voucher: voucher.toBase64() };
}

/**
 * Unwraps the data key with an identity that `checkRecoveryKey` found ok.
 *
 * age cannot tell who encrypted: somebody who may write to this disk could leave a key of theirs here. So the caller
 * must open a stored record with the key before writing anything under it.
 *
 * @returns null when the slot is for another recovery key.
 * @throws Damaged when it is for this one and does not open, or holds no data key.
 */
export async function openRecoverySlot(slot: RecoverySlot, identity: string): Promise<DataKey | null> {
  const file = decodeBase64(slot.wrapped, LEAST_FILE_BYTES, MOST_FILE_BYTES);
  if (!file) throw new Damaged(SLOT);
  const { Decrypter, identityToRecipient } = await import('./age');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  // Tried whatever recipient is written beside it, which may be the one thing that is damaged. The library says
  // "another key" and "broken file" with the same plain Error, so the recipient is asked only afterwards.
  const raw = await decrypter.decrypt(file).catch(() => null);
  if (!raw) {
    if ((await identityToRecipient(identity)) === slot.recipient) throw new Damaged(SLOT);
    return null;
  }
  if (raw.byteLength !== KEY_BYTES) throw new Damaged(SLOT);
  return fromRaw(new Uint8Array(raw));
}

/**
 * The recipient, if the holder of the data key put it here. It guards against somebody who can write to a locked disk
 * and would have the next backup encrypted to themselves.
 *
 * @returns null when recipient, wrapped key or voucher changed since `sealRecoverySlot`, or another data key made them.
 */
export async function openRecipient(
  slot: RecoverySlot,
  dataKey: Pick<DataKey, 'aes'>,
): Promise<string | null> {
  const box = decodeBase64(slot.voucher, VOUCHER_BYTES);
  if (!box) return null;
  return open(dataKey.aes, voucherAddress(slot.recipient, slot.wrapped), box).then(
    () => slot.recipient,
    (cause: unknown) => {
      if (cause instanceof Damaged) return null;
      throw cause;
    },
  );
}

const SLOT: Address = { table: 'keyring', id: 'recovery', seq: 0, version: 1 };

/** No space occurs in either part, so they cannot run into each other. */
function voucherAddress(recipient: string, wrapped: string): Address {
  return { ...SLOT, id: `recovery ${recipient} ${wrapped}` };
}
