import browser from 'webextension-polyfill';
import { releaseDownloads } from './backup-downloads';
import { releaseAllSites } from './permissions';

/**
 * Clears all that the extension keeps outside its databases, in memory and on the disk, and gives back every permission
 * that was asked for after the install.
 */
export async function forgetEverything(): Promise<void> {
  await Promise.all([
    browser.storage.session.clear(),
    browser.storage.local.clear(),
    // What the browser does not take back stays listed in its own settings; nothing else may wait for that.
    releaseAllSites().catch(() => {}),
    releaseDownloads().catch(() => {}),
  ]);
}
