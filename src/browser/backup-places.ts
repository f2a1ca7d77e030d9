import { downloadsPlace } from './backup-downloads';
import { folderPlace } from './backup-folder';

/** Every place this browser has for automatic backups. */
export const backupPlaces = {
  folder: folderPlace,
  downloads: downloadsPlace,
  async alone(work: () => Promise<void>): Promise<void> {
    await navigator.locks.request('sidelight-automatic-backup', { ifAvailable: true }, lock =>
      lock ? work() : undefined,
    );
  },
};
