import { DAY_ONE_SETTING } from '../store/day-one';
import type { OpenVault } from '../store/open-vault';
import { getSetting, putSetting } from '../store/settings';

/** Whether the day-one card has yet to be put away in this vault. */
export async function isDayOneCardDue(vault: OpenVault): Promise<boolean> {
  return !(await getSetting(vault, DAY_ONE_SETTING));
}

/** Puts the day-one card away for good. */
export function putAwayDayOneCard(vault: OpenVault): Promise<void> {
  return putSetting(vault, DAY_ONE_SETTING, true);
}
