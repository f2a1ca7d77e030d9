import browser from 'webextension-polyfill';

/**
 * Brings the desk to the front, in the tab that has it or in a new one.
 * @param route one of the desk's hashes; it names a screen, never a record.
 */
export async function openDesk(route: '' | '#/latest' = ''): Promise<void> {
  const page = browser.runtime.getURL('desk.html');
  // Without permission for tabs their URLs are hidden, but an extension sees its own pages.
  const [open] = await browser.tabs.query({ url: `${page}*` }).catch(() => []);
  if (open?.id === undefined) {
    await browser.tabs.create({ url: page + route });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(route ? { url: page + route } : {}) });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
