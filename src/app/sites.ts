import type { Site } from '../domain/site';
import { SITES_SETTING } from '../store/here';
import type { OpenVault } from '../store/open-vault';
import { getSetting, putSetting } from '../store/settings';

let turn: Promise<unknown> = Promise.resolve();

/**
 * Changes the sites that are recognised, one change after the other, each from what is stored by then.
 * @returns the sites as they are now. Rejects when the browser refuses to write; nothing was written then.
 */
export function changeSites(
  vault: OpenVault,
  change: (sites: readonly Site[]) => readonly Site[],
): Promise<readonly Site[]> {
  const done = turn.then(async () => {
    const sites = change(await getSetting(vault, SITES_SETTING));
    await putSetting(vault, SITES_SETTING, sites);
    return sites;
  });
  turn = done.catch(() => {});
  return done;
}
