import * as z from 'zod/mini';
import { type Argon2idParameters, createParameters, type Derive, isWeak } from './argon2id';
import { Damaged } from './damaged';
import type { DataKey } from './data-key';
import { openPassphraseSlot, passphraseSlotSchema, sealPassphraseSlot } from './passphrase-slot';
import { checkRecoveryKey } from './recovery-key';
import { openRecipient, openRecoverySlot, recoverySlotSchema, sealRecoverySlot } from './recovery-slot';

const slotSchema = z.discriminatedUnion('kind', [passphraseSlotSchema, recoverySlotSchema]);

/**
 * The data key, wrapped once for every way to open the vault, as LUKS does. It is plain JSON and holds no secret: it
 * lies in the same database as the records, so that a rescued profile folder opens. Whoever copies it can guess
 * passphrases offline, which is why they must be strong.
 *
 * Slots are few, since each costs a derivation.
 */
export const keyringSchema = z.strictObject({
  version: z.literal(1),
  slots: z.array(slotSchema).check(z.minLength(1), z.maxLength(8)),
});

export type Keyring = z.infer<typeof keyringSchema>;
export type Slot = Keyring['slots'][number];

/**
 * A keyring read from disk or from a backup. Everything below trusts what went through here.
 *
 * @throws Damaged when it is not of version 1, has an unknown slot or field, or asks for costs out of bounds.
 */
export function parseKeyring(stored: unknown): Keyring {
  const parsed = keyringSchema.safeParse(stored);
  if (!parsed.success) throw new Damaged({ table: 'keyring', id: 'keyring', seq: 0, version: 1 });
  return parsed.data;
}

/** A keyring of a passphrase and a recovery key. Whether the passphrase is any good is asked of `measureStrength`. */
export async function createKeyring(
  dataKey: DataKey,
  passphrase: string,
  recipient: string,
  derive: Derive,
  parameters: Argon2idParameters = createParameters(),
): Promise<Keyring> {
  const slots = await Promise.all([
    sealPassphraseSlot(dataKey, passphrase, derive, parameters),
    sealRecoverySlot(dataKey, recipient),
  ]);
  return { version: 1, slots };
}

/**
 * @returns null when no slot opens with this passphrase; altered salts and wrapped keys look the same, see
 *   `openPassphraseSlot`.
 * @throws Damaged when a slot opens and holds no data key; and what `derive` throws when it cannot run.
 */
export async function openWithPassphrase(
  keyring: Keyring,
  passphrase: string,
  derive: Derive,
): Promise<DataKey | null> {
  if (passphrase === '') return null;
  for (const slot of keyring.slots) {
    const key = slot.kind === 'passphrase' && (await openPassphraseSlot(slot, passphrase, derive));
    if (key) return key;
  }
  return null;
}

/**
 * Takes the key as typed; see `checkRecoveryKey`. Before anything is written under the data key it gives, open a stored
 * record with it; see `openRecoverySlot`.
 *
 * @returns null when it is no recovery key, or the key of another vault.
 * @throws Damaged when a slot is for this very key and does not open.
 */
export async function openWithRecoveryKey(keyring: Keyring, typed: string): Promise<DataKey | null> {
  const check = checkRecoveryKey(typed);
  if (!check.ok) return null;
  for (const slot of keyring.slots) {
    const key = slot.kind === 'recovery' && (await openRecoverySlot(slot, check.identity));
    if (key) return key;
  }
  return null;
}

/**
 * The recipient backups may be encrypted to: whoever holds its identity reads them.
 *
 * @returns null when there is no recovery slot, or nobody who held the data key vouches for it. Then back up under a
 *   passphrase and offer a new recovery key.
 */
export async function openBackupRecipient(
  keyring: Keyring,
  dataKey: Pick<DataKey, 'aes'>,
): Promise<string | null> {
  for (const slot of keyring.slots) {
    const recipient = slot.kind === 'recovery' && (await openRecipient(slot, dataKey));
    if (recipient) return recipient;
  }
  return null;
}

/**
 * A keyring in which this passphrase stands for all earlier ones. The data key stays: somebody who kept an old copy of
 * the keyring and knows its passphrase still opens the vault.
 */
export async function replacePassphrase(
  keyring: Keyring,
  dataKey: DataKey,
  passphrase: string,
  derive: Derive,
  parameters: Argon2idParameters = createParameters(),
): Promise<Keyring> {
  return withSlot(keyring, await sealPassphraseSlot(dataKey, passphrase, derive, parameters));
}

/** Whether a passphrase slot is from a time of lower costs, so that `replacePassphrase` would strengthen it. */
export function hasWeakPassphraseSlot({ slots }: Keyring): boolean {
  return slots.some(slot => slot.kind === 'passphrase' && isWeak(slot.argon2id));
}

/** A keyring with this recovery key for all earlier ones. Older backups still open with the older key. */
export async function replaceRecoveryKey(
  keyring: Keyring,
  dataKey: DataKey,
  recipient: string,
): Promise<Keyring> {
  return withSlot(keyring, await sealRecoverySlot(dataKey, recipient));
}

function withSlot(keyring: Keyring, slot: Slot): Keyring {
  return { ...keyring, slots: [slot, ...keyring.slots.filter(({ kind }) => kind !== slot.kind)] };
}
