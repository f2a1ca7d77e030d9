import browser from 'webextension-polyfill';

/** Clears all that the extension keeps outside its databases, in memory and on the disk. */
export async function forgetEverything(): Promise<void> {
  await Promise.all([browser.storage.session.clear(), browser.storage.local.clear()]);
}
