import type { BackupRefusal } from '../domain/backup';
import type { Unread } from '../store/backup-rows';
import { getKeyring } from '../store/keyring';
import type { OpenVault } from '../store/open-vault';
import type { AgeLock } from '../vault/age-file';
import { Damaged } from '../vault/damaged';
import { openBackupRecipient } from '../vault/keyring';
import { recordActivity } from './activity';
import { BackupWork, inHand, type Watch } from './backup-work';
import type { World } from './world';

export type { Progress } from './backup-work';
export type { Unread };

/** What a backup is locked with: a passphrase of its own, or the recovery key that was printed. */
export type LockWith =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'recovery-key' };

/** A file with everything that could be read. Who has it and its passphrase or the recovery key reads all of it. */
export interface Backup {
  readonly file: Blob;
  readonly sessions: number;
  readonly unread: readonly Unread[];
}

/** Makes a backup of everything in the vault but its keys. Nothing is saved yet; the caller does that. */
export async function makeBackup(
  vault: OpenVault,
  world: World,
  how: LockWith,
  watch: Watch = {},
): Promise<Backup | BackupRefusal> {
  const lock = await lockOf(vault, how);
  if ('refused' in lock) return lock;
  const work = new BackupWork();
  try {
    const given = { vault: inHand(vault), lock, made: world.today(), now: world.readClocks() };
    const made = await work.run('back-up', given, watch);
    if (!('refused' in made)) await recordActivity(vault, world, 'backed-up');
    return made;
  } finally {
    work.end();
  }
}

/**
 * The lock itself. The recipient is the one that the holder of the data key vouched for: somebody who can write to a
 * locked disk could otherwise have the next backup made for themselves.
 */
export async function lockOf(vault: OpenVault, how: LockWith): Promise<AgeLock | BackupRefusal> {
  if (how.by === 'passphrase') return how;
  const keyring = await getKeyring(vault.database).catch((cause: unknown) => {
    if (cause instanceof Damaged) return null;
    throw cause;
  });
  const recipient = keyring && (await openBackupRecipient(keyring, { aes: vault.key }));
  return recipient ? { by: 'recovery-key', recipient } : { refused: 'no-recovery-key' };
}
