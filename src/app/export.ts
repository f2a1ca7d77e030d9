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
 * and has said before who may read it. Throws when the browser could not keep the whole file until then.
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
    if ('refused' in made) return made;
    if (made.file) await expectWhole(made.file);
    // A full disk may refuse the line in the activity log; the file is needed all the more then.
    await recordActivity(vault, world, 'exported').catch(() => {});
    return made;
  } finally {
    worker.terminate();
  }
}

/** A browser puts a large file on its own disk, and tells only at reading that there was no room. */
async function expectWhole(file: Blob): Promise<void> {
  await file.slice(0, 1).arrayBuffer();
}
