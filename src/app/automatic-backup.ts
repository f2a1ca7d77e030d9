import type { BackupRefusal } from '../domain/backup';
import {
  type BackupStanding,
  type BackupTrouble,
  backupStandingSchema,
  filesToRemove,
  isAutomatic,
  isOwed,
  laterDay,
  NO_BACKUPS,
} from '../domain/backup-standing';
import { sameJson } from '../domain/same-json';
import { getBackupFolder, putBackupFolder } from '../store/backup-folder';
import type { OpenVault } from '../store/open-vault';
import { getLiveSession, lastPlace } from '../store/sessions';
import { changeSetting, followSetting, getSetting, type Setting, setAside } from '../store/settings';
import { lockOf } from './backup';
import { BackupWork, inHand } from './backup-work';
import type { World } from './world';

export type { BackupStanding, BackupTrouble };

/** Where automatic backups are put. */
export interface BackupPlace {
  /** Resolves once the file is whole at its place. Rejects when the browser refuses. */
  save(name: string, file: Blob): Promise<void>;
  /** Null where the browser lets nobody read back what was saved. */
  readonly read: ((name: string) => Promise<Blob>) | null;
  /** Removes a file of ours; does nothing when it is gone already. */
  remove(name: string): Promise<void>;
}

/** What the app asks of the browser to find a place. */
export interface BackupPlaces {
  folder(handle: unknown): Promise<BackupPlace | BackupTrouble>;
  downloads(): Promise<BackupPlace | BackupTrouble>;
  /** Runs work that no other page may do meanwhile; when one does, it is left out. */
  alone(work: () => Promise<void>): Promise<void>;
}

const STANDING: Setting<BackupStanding> = {
  name: 'here.backups',
  schema: backupStandingSchema,
  usual: NO_BACKUPS,
};

/**
 * Tells how backups stand, and whether what was known of it cannot be read, now and after every change, until the returned
 * function is called. While it cannot be read none is made; whatever is chosen or noted next begins it anew.
 */
export function followBackupStanding(
  vault: OpenVault,
  onStanding: (standing: BackupStanding, isDamaged: boolean) => void,
): () => void {
  return followSetting(vault, STANDING, onStanding);
}

/** How backups stand, once. */
export function readBackupStanding(vault: OpenVault): Promise<BackupStanding> {
  return getSetting(vault, STANDING);
}

/** Turns automatic backups on or off. A folder is given as the browser's handle. */
export async function chooseAutomatic(
  vault: OpenVault,
  choice: { readonly to: 'off' | 'downloads' } | { readonly to: 'folder'; readonly handle: unknown },
): Promise<void> {
  if (choice.to === 'folder') await putBackupFolder(choice.handle);
  // What lies in another place is left there: it may be the only copy.
  await change(vault, () => ({ automatic: choice.to, failed: null, covers: null, files: [] }));
}

/** The folder that was chosen, as the browser's handle, or null. */
export { getBackupFolder };

/** Notes that a backup was saved by hand. */
export async function noteSaved(vault: OpenVault, day: string): Promise<void> {
  await change(vault, ({ saved }) => ({ saved: laterDay(saved, day) }));
}

/** Notes that a backup made on this day was opened and found whole. */
export async function noteVerified(vault: OpenVault, made: string): Promise<void> {
  await change(vault, ({ verified }) => ({ verified: laterDay(verified, made) }));
}

/**
 * Makes an automatic backup if one is owed, to the recovery key, so that nothing is asked; never while a session is live.
 * It is read back and opened where the browser lets us. What went wrong is noted for the desk to tell; it never rejects.
 */
export async function backUpIfOwed(vault: OpenVault, world: World, places: BackupPlaces): Promise<void> {
  const attempt = async () => {
    if ((await getLiveSession(vault)) !== null) return;
    const standing = await getSetting(vault, STANDING);
    // Asked first: counting ten years of events keeps the browser's store busy for a while.
    if (!isAutomatic(standing)) return;
    const covers = await measure(vault);
    if (!isOwed(standing, covers)) return;
    const trouble = await backUp(vault, world, places, standing, covers);
    if (trouble) await change(vault, () => ({ failed: { day: world.today(), because: trouble } }));
  };
  // A vault that cannot even take the note is closing or full; the next page tries again.
  await places.alone(attempt).catch(() => {});
}

async function backUp(
  vault: OpenVault,
  world: World,
  places: BackupPlaces,
  { automatic, files }: BackupStanding,
  covers: number,
): Promise<BackupTrouble | null> {
  const work = new BackupWork();
  try {
    const place =
      automatic === 'folder' ? await places.folder(await getBackupFolder()) : await places.downloads();
    if (typeof place === 'string') return place;
    const lock = await lockOf(vault, { by: 'recovery-key' });
    if ('refused' in lock) return troubleOf(lock);
    const today = world.today();
    const given = { vault: inHand(vault), lock, made: today, now: world.readClocks() };
    const made = await work.run('back-up', given);
    if ('refused' in made) return troubleOf(made);

    // Noted before it is there, so that a page that dies in between leaves no file that nobody knows of.
    const name = `sidelight-auto-${world.newId().slice(0, 8)}.age`;
    const known = [...files, name];
    await change(vault, () => ({ files: known }));
    try {
      await place.save(name, made.file);
      const readBack = await place.read?.(name);
      if (readBack && (await work.run('verify', { readBack })) !== true) {
        await takeBack(vault, place, name);
        return 'not-whole';
      }
    } catch (cause) {
      await takeBack(vault, place, name);
      throw cause;
    }
    const gone = filesToRemove(known, made.unread);
    await change(vault, ({ saved, verified }) => ({
      saved: laterDay(saved, today),
      verified: place.read ? laterDay(verified, today) : verified,
      failed: null,
      leftOut: made.unread.length,
      covers,
      files: known.filter(file => !gone.includes(file)),
    }));
    for (const file of gone) await place.remove(file).catch(() => {});
    return null;
  } catch (cause) {
    return troubleOf(
      { refused: nameOf(cause) === 'QuotaExceededError' ? 'no-room' : 'failed' },
      nameOf(cause),
    );
  } finally {
    work.end();
  }
}

/**
 * A number that is another one once a session or an event came: the newest session's place, and behind it, in six digits, how
 * many rows of events there are. The count alone would not do: signing off packs many rows into one, so that a session may
 * come and leave it as it was. Nothing else counts: settings, clients, templates, the supervision log and drafts go along
 * with the next session.
 */
async function measure(vault: OpenVault): Promise<number> {
  const [place, events] = await Promise.all([lastPlace(vault), vault.database.events.count()]);
  return place * 1_000_000 + events;
}

/** Files that failed must not count among the last ten, or they would push out the good ones. */
async function takeBack(vault: OpenVault, place: BackupPlace, failed: string): Promise<void> {
  const isGone = await place.remove(failed).then(
    () => true,
    (cause: unknown) => nameOf(cause) === 'NotFoundError',
  );
  if (isGone) await change(vault, ({ files }) => ({ files: files.filter(name => name !== failed) }));
}

function troubleOf({ refused }: BackupRefusal, name = ''): BackupTrouble {
  if (refused === 'no-room' || refused === 'no-recovery-key') return refused;
  if (name === 'NotFoundError') return 'place-gone';
  return name === 'NotAllowedError' ? 'ask-again' : 'failed';
}

function nameOf(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.name : '';
}

async function change(
  vault: OpenVault,
  by: (standing: BackupStanding) => Partial<BackupStanding>,
): Promise<void> {
  const standing = await getSetting(vault, STANDING);
  if (sameJson({ ...standing, ...by(standing) }, standing)) return;
  // It holds no words of the therapist's, so nobody is asked before it begins anew.
  await setAside(vault, STANDING);
  // From what is stored by then: another page may note something else at the same time.
  await changeSetting(vault, STANDING, now => ({ ...now, ...by(now) }));
}
