import type { BackupRefusal } from '../domain/backup';
import type { OpenVault } from '../store/open-vault';
import { recordActivity } from './activity';
import { inHand, runJob, type Watch } from './backup-work';
import type { Exported, ExportGiven } from './export-job';
import type { World } from './world';

export { EXPORT_FORMATS, type Exported, type ExportFormat } from './export-job';
export type { ExportWords } from './export-words';
export type { ExportScope } from './read-export';

/**
 * Makes an export in a worker of its own; cancelling it leaves nothing behind. Nothing is saved yet: the caller does that,
 * and has said before who may read it.
 */
export async function makeExport(
  vault: OpenVault,
  world: World,
  given: Omit<ExportGiven, 'vault' | 'made'>,
  watch: Watch = {},
): Promise<Exported | BackupRefusal> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  try {
    const message: ExportGiven = { ...given, vault: inHand(vault), made: world.today() };
    const made = await runJob<Exported>(worker, message, watch);
    // A full disk may refuse the line in the activity log; the file is needed all the more then.
    if (!('refused' in made)) await recordActivity(vault, world, 'exported').catch(() => {});
    return made;
  } finally {
    worker.terminate();
  }
}
