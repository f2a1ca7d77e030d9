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
