import browser from 'webextension-polyfill';

/** What the browser lets Sidelight do, as the browser itself tells: named permissions, and sites it may reach. */
export interface HeldPermissions {
  readonly permissions: readonly string[];
  readonly sites: readonly string[];
}

export async function getPermissions(): Promise<HeldPermissions> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return { permissions: [...permissions].sort(), sites: [...origins].sort() };
}

/** Tells what is held, now and whenever it is given or taken, here or in the browser's own settings. */
export function followPermissions(onHeld: (held: HeldPermissions) => void): () => void {
  let isOver = false;
  const look = async () => {
    const held = await getPermissions();
    if (!isOver) onHeld(held);
  };
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  void look();
  return () => {
    isOver = true;
    browser.permissions.onAdded.removeListener(look);
    browser.permissions.onRemoved.removeListener(look);
  };
}

/** Asks to see the addresses of this one site. Works only inside a click, before anything is awaited. */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [origin] });
}

/** Gives a site back; nothing happens when it is not held. */
export async function releaseSite(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [origin] });
}

/** Gives every site back. */
export async function releaseAllSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
