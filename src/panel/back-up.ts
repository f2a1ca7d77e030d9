import { backUpIfOwed } from '../app/automatic-backup';
import type { World } from '../app/world';
import { backupPlaces } from '../browser/backup-places';

/** Makes the automatic backup after a session, silently: what went wrong is told on the desk. */
export function backUp(vault: Parameters<typeof backUpIfOwed>[0], world: World): void {
  void backUpIfOwed(vault, world, backupPlaces);
}
