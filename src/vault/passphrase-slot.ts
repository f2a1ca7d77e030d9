import * as z from 'zod/mini';
import type { Address } from './address';
import { importAesKey } from './aes-key';
import { type Argon2idParameters, type Derive, parametersSchema } from './argon2id';
import { decodeBase64 } from './base64';
import { Damaged } from './damaged';
import { type DataKey, exportDataKey, importDataKey } from './data-key';
import { open, seal } from './seal';

/** A data key of 32 bytes in base64 and quotes, padded to 64 bytes, with its nonce and tag. */
const WRAPPED_BYTES = 12 + 64 + 16;

/** The data key sealed under what Argon2id makes of the passphrase. */
export const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  argon2id: parametersSchema,
  /** Base64 of a box that holds the data key. */
  wrapped: z.string().check(z.refine(text => decodeBase64(text, WRAPPED_BYTES) !== null)),
});

export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>;

/** Wraps the data key. Whoever has the slot can guess passphrases at the price the parameters set, and no cheaper. */
export async function sealPassphraseSlot(
  dataKey: DataKey,
  passphrase: string,
  derive: Derive,
  argon2id: Argon2idParameters,
): Promise<PassphraseSlot> {
  const key = await importAesKey(await derive(passphrase, argon2id));
  const box = await seal(key, slotAddress(argon2id), exportDataKey(dataKey));
  return { kind: 'passphrase', argon2id, wrapped: box.toBase64() };
}

/**
 * Unwraps the data key, at the price of one derivation.
 *
 * @returns null for a wrong passphrase. A slot whose salt, costs or wrapped key were altered gives null as well: it
 *   cannot be told from a wrong passphrase.
 * @throws Damaged when the passphrase is right and what it opens is no data key.
 */
export async function openPassphraseSlot(
  slot: PassphraseSlot,
  passphrase: string,
  derive: Derive,
): Promise<DataKey | null> {
  const box = decodeBase64(slot.wrapped, WRAPPED_BYTES);
  const address = slotAddress(slot.argon2id);
  if (!box) throw new Damaged(address);
  const key = await importAesKey(await derive(passphrase, slot.argon2id));
  const text = await open(key, address, box).catch((cause: unknown) => {
    if (cause instanceof Damaged) return null;
    throw cause;
  });
  if (text === null) return null;
  const dataKey = typeof text === 'string' ? await importDataKey(text) : null;
  if (!dataKey) throw new Damaged(address);
  return dataKey;
}

/** Binds kind and parameters to the wrapped key, so that no part of one slot can be used in another. */
function slotAddress({ memoryKiB, passes, lanes, salt }: Argon2idParameters): Address {
  return {
    table: 'keyring',
    id: `passphrase m=${memoryKiB},t=${passes},p=${lanes},s=${salt}`,
    seq: 0,
    version: 1,
  };
}
