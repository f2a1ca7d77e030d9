import { dirname, join } from 'node:path';
import type { Backup } from '../../src/domain/backup';
import { lockBackup } from './kills/locked-backup';
import type { Browser, PageSurface } from './rig/surface';

/** Brings sessions into an open vault through Restore, as a person does with a backup and its recovery key. */
export async function bringIn(
  browser: Browser,
  desk: PageSurface,
  backup: Backup,
  withinMs = 30_000,
): Promise<void> {
  const { file, identity } = await lockBackup(join(dirname(browser.profile), 'brought.age'), backup);
  await desk.eval(`location.hash = '#/settings'`);
  await desk.wait('heading', 'Restore');
  await desk.attach('Backup file', file);
  await desk.fill('textbox', 'Recovery key', identity);
  await desk.click('button', 'Restore now');
  await desk.wait('status', /The backup of .* is restored/, withinMs);
}
