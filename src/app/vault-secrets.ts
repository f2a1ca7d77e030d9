import type { VaultDatabase } from '../store/database';
import { getKeyring, swapKeyring } from '../store/keyring';
import { opensRecords } from '../store/sessions';
import { sweepNow } from '../store/sweep-due';
import { type Derive, derive } from '../vault/argon2id';
import type { DataKey } from '../vault/data-key';
import {
  hasWeakPassphraseSlot,
  type Keyring,
  openWithPassphrase,
  replacePassphrase,
  replaceRecoveryKey,
} from '../vault/keyring';
import { createRecoveryKey } from '../vault/recovery-key';

/** A recovery key that is ready but not yet in force; the old one works until `keep`. */
export interface PreparedRecoveryKey {
  /** The age identity. To be shown once; it is stored nowhere. */
  readonly recoveryKey: string;
  /** Puts it in the place of the old one, which opens the vault no longer. Rejects when the browser will not write. */
  keep(): Promise<void>;
}

/**
 * Puts a new passphrase in the place of the current one. Only the slot changes: a new salt, today's costs, the same
 * data key, so no record is touched. The vault opens with the old or with the new passphrase at every instant.
 *
 * @returns false when the current passphrase is wrong; nothing was changed then.
 */
export async function changePassphrase(
  database: VaultDatabase,
  current: string,
  next: string,
  using: Derive = derive,
): Promise<boolean> {
  const opened = await openKeyring(database, current, using);
  if (!opened) return false;
  await renew(database, opened.keyring, keyring => replacePassphrase(keyring, opened.dataKey, next, using));
  return true;
}

/**
 * Makes a new recovery key for whoever knows the passphrase.
 *
 * @returns null when the passphrase is wrong.
 */
export async function prepareRecoveryKey(
  database: VaultDatabase,
  passphrase: string,
  using: Derive = derive,
): Promise<PreparedRecoveryKey | null> {
  const opened = await openKeyring(database, passphrase, using);
  if (!opened) return null;
  const { identity, recipient } = await createRecoveryKey();
  const keep = () =>
    renew(database, opened.keyring, keyring => replaceRecoveryKey(keyring, opened.dataKey, recipient));
  return { recoveryKey: identity, keep };
}

/**
 * Seals the passphrase slot anew when its costs are below today's. To be called after an unlock, whose passphrase it
 * takes; nobody waits for it.
 *
 * @returns whether the slot was weak and is strong now. When another page changed the keyring meanwhile it is left as
 *   it is until the next unlock.
 */
export async function strengthen(
  database: VaultDatabase,
  keyring: Keyring,
  dataKey: DataKey,
  passphrase: string,
  using: Derive = derive,
): Promise<boolean> {
  if (!hasWeakPassphraseSlot(keyring)) return false;
  const renewed = await replacePassphrase(keyring, dataKey, passphrase, using);
  const isSwapped = await swapKeyring(database, keyring, renewed);
  if (isSwapped) await sweepNow(database);
  return isSwapped;
}

async function openKeyring(database: VaultDatabase, passphrase: string, using: Derive) {
  const keyring = await expectKeyring(database);
  const dataKey = await openWithPassphrase(keyring, passphrase, using);
  // Nothing is wrapped that is not this vault's key, whoever put the slot there.
  if (!dataKey || !(await opensRecords({ database, key: dataKey.aes }))) return null;
  return { keyring, dataKey };
}

/** Changes the keyring; when another page changed it meanwhile, changes that one. */
async function renew(
  database: VaultDatabase,
  from: Keyring,
  change: (keyring: Keyring) => Promise<Keyring>,
): Promise<void> {
  for (let keyring = from; ; keyring = await expectKeyring(database)) {
    if (await swapKeyring(database, keyring, await change(keyring))) return sweepNow(database);
  }
}

async function expectKeyring(database: VaultDatabase): Promise<Keyring> {
  const keyring = await getKeyring(database);
  if (!keyring) throw new Error('There is no keyring to change.');
  return keyring;
}
