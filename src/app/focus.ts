import { type FocusPeriod, isOver } from '../domain/focus-period';
import type { OpenVault } from '../store/open-vault';
import { FOCUS_PERIOD_SETTING, FOCUS_SETTING, MOST_FOCUS } from '../store/preferences';
import { expectSetting, putSetting } from '../store/settings';

/**
 * One change after the other in all pages, each from what is stored by then. Rejects when the browser refuses to write, and
 * when what is stored cannot be read; nothing is changed then.
 */
function inTurn(vault: OpenVault, change: () => Promise<void>): Promise<void> {
  return navigator.locks.request(`${vault.database.name} focus`, change) as Promise<void>;
}

/**
 * Takes a behaviour into the focus, or out of it: the next sessions lead with those in it. A fourth one is not taken in. A
 * period that still runs goes on with the focus as it then is; one that is over stays as it was. Resolves once it is on the
 * disk.
 */
export function setInFocus(
  vault: OpenVault,
  behaviour: string,
  isInFocus: boolean,
  today: string,
): Promise<void> {
  return inTurn(vault, async () => {
    const others = (await expectSetting(vault, FOCUS_SETTING)).filter(one => one !== behaviour);
    const behaviours = isInFocus ? [...others, behaviour].slice(0, MOST_FOCUS) : others;
    const period = await expectSetting(vault, FOCUS_PERIOD_SETTING);
    await putSetting(vault, FOCUS_SETTING, behaviours);
    if (period && !isOver(period, today))
      await putSetting(vault, FOCUS_PERIOD_SETTING, { ...period, behaviours });
  });
}

/** Works on the focus from one day to another. Plans made before stay. Resolves once it is on the disk. */
export function keepPeriod(vault: OpenVault, days: Pick<FocusPeriod, 'from' | 'to'>): Promise<void> {
  return inTurn(vault, async () => {
    const { plans } = (await expectSetting(vault, FOCUS_PERIOD_SETTING)) ?? { plans: {} };
    const behaviours = [...(await expectSetting(vault, FOCUS_SETTING))];
    await putSetting(vault, FOCUS_PERIOD_SETTING, { ...days, behaviours, plans });
  });
}

/** Writes one half of a behaviour's plan beside the other. Does nothing without a period. Resolves once it is on the disk. */
export function writePlan(
  vault: OpenVault,
  behaviour: string,
  half: 'when' | 'will',
  words: string,
): Promise<void> {
  return inTurn(vault, async () => {
    const period = await expectSetting(vault, FOCUS_PERIOD_SETTING);
    if (!period) return;
    const plan = { when: '', will: '', ...period.plans[behaviour], [half]: words };
    await putSetting(vault, FOCUS_PERIOD_SETTING, {
      ...period,
      plans: { ...period.plans, [behaviour]: plan },
    });
  });
}

/** Closes the period. The focus itself goes on, without an end, unless it is to rest. Resolves once it is on the disk. */
export function closePeriod(vault: OpenVault, then: 'go-on' | 'rest'): Promise<void> {
  return inTurn(vault, async () => {
    if (then === 'rest') await putSetting(vault, FOCUS_SETTING, []);
    await putSetting(vault, FOCUS_PERIOD_SETTING, null);
  });
}
