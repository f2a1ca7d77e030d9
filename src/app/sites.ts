import type { Site } from '../domain/site';
import { SITES_SETTING } from '../store/here';
import type { OpenVault } from '../store/open-vault';
import { changeSetting } from '../store/settings';

/**
 * Changes the sites that are recognised, each change from what is stored by then.
 * @returns the sites as they are now. Rejects when the browser refuses to write; nothing was written then.
 */
export function changeSites(
  vault: OpenVault,
  change: (sites: readonly Site[]) => readonly Site[],
): Promise<readonly Site[]> {
  return changeSetting(vault, SITES_SETTING, change);
}
