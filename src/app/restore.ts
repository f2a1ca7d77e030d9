import type { BackupRefusal } from '../domain/backup';
import type { OpenVault } from '../store/open-vault';
import { checkRecoveryKey } from '../vault/recovery-key';
import type { CheckedBackup, Jobs, RestoredBackup } from './backup-jobs';
import { BackupWork, inHand, type Watch } from './backup-work';
import type { FileLook } from './look-at-file';
import type { World } from './world';

export { type FileLook, lookAtFile } from './look-at-file';
export type { CheckedBackup, RestoredBackup };

type Key = Jobs['check']['given']['key'];

/** A backup file and what was typed to open it. */
export interface LockedFile {
  readonly file: Blob;
  readonly look: FileLook;
  /** The passphrase of the backup, or the recovery key, as it was typed. */
  readonly secret: string;
}

/** Opens a backup file and checks all of it. Changes nothing. */
export async function checkBackup(
  locked: LockedFile,
  watch: Watch = {},
): Promise<CheckedBackup | BackupRefusal> {
  const key = keyOf(locked);
  if (!key) return { refused: 'wrong-secret' };
  return inWorker(work => work.run('check', { file: locked.file, key }, watch));
}

/**
 * Brings everything of a backup file that is not here into the vault, once the whole file was opened and checked: all of
 * it or nothing. What is here already stays as it is.
 */
export async function restoreBackup(
  vault: OpenVault,
  world: World,
  locked: LockedFile,
  watch: Watch = {},
): Promise<RestoredBackup | BackupRefusal> {
  const key = keyOf(locked);
  if (!key) return { refused: 'wrong-secret' };
  const given = {
    vault: inHand(vault),
    file: locked.file,
    key,
    now: world.readClocks(),
    activity: { id: world.newId(), day: world.today() },
  };
  return inWorker(work => work.run('restore', given, watch));
}

function keyOf({ look, secret }: LockedFile): Key | null {
  if (look.needs === 'passphrase') return secret === '' ? null : { by: 'passphrase', passphrase: secret };
  const check = checkRecoveryKey(secret);
  return check.ok ? { by: 'recovery-key', identity: check.identity } : null;
}

async function inWorker<T>(run: (work: BackupWork) => Promise<T>): Promise<T> {
  const work = new BackupWork();
  try {
    return await run(work);
  } finally {
    work.end();
  }
}
