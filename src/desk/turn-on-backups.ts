import { type BackupStanding, backUpIfOwed, chooseAutomatic, getBackupFolder } from '../app/automatic-backup';
import type { OpenVault } from '../app/vault-access';
import type { World } from '../app/world';
import { askForDownloads, releaseDownloads } from '../browser/backup-downloads';
import { askForFolder, canChooseFolder, chooseFolder } from '../browser/backup-folder';
import { backupPlaces } from '../browser/backup-places';

/** Asks for a place, remembers it and makes the first backup. To be called in a click. Nothing happens without a place. */
export async function turnOn(vault: OpenVault, world: World): Promise<void> {
  if (canChooseFolder()) {
    const handle = await chooseFolder();
    if (handle === null) return;
    await chooseAutomatic(vault, { to: 'folder', handle });
  } else {
    if (!(await askForDownloads())) return;
    await chooseAutomatic(vault, { to: 'downloads' });
  }
  await backUpIfOwed(vault, world, backupPlaces);
}

export async function turnOff(vault: OpenVault): Promise<void> {
  await chooseAutomatic(vault, { to: 'off' });
  // What the browser does not take back is shown on the Proof page.
  await releaseDownloads().catch(() => {});
}

/** Tries an automatic backup once more, and asks for its place first where the browser wants that. In a click. */
export async function tryAgain(
  vault: OpenVault,
  world: World,
  { automatic, failed }: BackupStanding,
): Promise<void> {
  if (failed?.because === 'ask-again') {
    const asked = automatic === 'folder' ? askForFolder(await getBackupFolder()) : askForDownloads();
    if (!(await asked)) return;
  }
  await backUpIfOwed(vault, world, backupPlaces);
}
