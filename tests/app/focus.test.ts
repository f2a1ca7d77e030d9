import { describe, expect, it } from 'vitest';
import { closePeriod, keepPeriod, setInFocus, writePlan } from '../../src/app/focus';
import { FOCUS_PERIOD_SETTING, FOCUS_SETTING, getSetting } from '../../src/app/preferences';
import type { OpenVault } from '../../src/store/open-vault';
import { anOpenVault } from '../fixtures/an-open-vault';

const TODAY = '2026-03-04';
const FOUR_WEEKS = { from: '2026-03-01', to: '2026-03-28' };

const focusOf = (vault: OpenVault) => getSetting(vault, FOCUS_SETTING);
const periodOf = (vault: OpenVault) => getSetting(vault, FOCUS_PERIOD_SETTING);

describe('the focus', () => {
  it('takes in what is chosen quickly one after the other, and no fourth', async () => {
    const { vault } = await anOpenVault();
    const ids = ['agree-a-goal', 'honour-a-no', 'own-my-part', 'name-the-strain'];
    await Promise.all(ids.map(id => setInFocus(vault, id, true, TODAY)));
    expect(await focusOf(vault)).toEqual(ids.slice(0, 3));
    await Promise.all([
      setInFocus(vault, 'agree-a-goal', false, TODAY),
      setInFocus(vault, 'own-my-part', true, TODAY),
    ]);
    expect(await focusOf(vault)).toEqual(['honour-a-no', 'own-my-part']);
    expect(await periodOf(vault)).toBeNull();
  });

  it('carries a period that runs along, and leaves one that is over as it was', async () => {
    const { vault } = await anOpenVault();
    await setInFocus(vault, 'agree-a-goal', true, TODAY);
    await keepPeriod(vault, FOUR_WEEKS);
    await setInFocus(vault, 'honour-a-no', true, '2026-03-28');
    expect(await periodOf(vault)).toEqual({
      ...FOUR_WEEKS,
      behaviours: ['agree-a-goal', 'honour-a-no'],
      plans: {},
    });
    await setInFocus(vault, 'honour-a-no', false, '2026-03-29');
    expect((await periodOf(vault))?.behaviours).toEqual(['agree-a-goal', 'honour-a-no']);
    expect(await focusOf(vault)).toEqual(['agree-a-goal']);
  });

  it('keeps both halves of a plan, through other days, until the period is closed', async () => {
    const { vault } = await anOpenVault();
    await writePlan(vault, 'agree-a-goal', 'when', 'no period yet');
    expect(await periodOf(vault)).toBeNull();
    await setInFocus(vault, 'agree-a-goal', true, TODAY);
    await keepPeriod(vault, FOUR_WEEKS);
    await Promise.all([
      writePlan(vault, 'agree-a-goal', 'when', 'the call begins'),
      writePlan(vault, 'agree-a-goal', 'will', 'ask what suits'),
      keepPeriod(vault, { ...FOUR_WEEKS, to: '2026-04-04' }),
    ]);
    expect(await periodOf(vault)).toMatchObject({
      to: '2026-04-04',
      plans: { 'agree-a-goal': { when: 'the call begins', will: 'ask what suits' } },
    });
    await closePeriod(vault, 'go-on');
    expect([await focusOf(vault), await periodOf(vault)]).toEqual([['agree-a-goal'], null]);
    await closePeriod(vault, 'rest');
    expect(await focusOf(vault)).toEqual([]);
  });

  it('and its period, once they cannot be read, are left as they are by every act', async () => {
    const { vault } = await anOpenVault();
    await setInFocus(vault, 'agree-a-goal', true, TODAY);
    await keepPeriod(vault, FOUR_WEEKS);
    await writePlan(vault, 'agree-a-goal', 'when', 'the call begins');
    await vault.database.settings.update('focus-period', { box: new Uint8Array(40) });
    const before = await vault.database.settings.toArray();
    const acts = [
      () => setInFocus(vault, 'honour-a-no', true, TODAY),
      () => keepPeriod(vault, FOUR_WEEKS),
      () => writePlan(vault, 'agree-a-goal', 'will', 'ask'),
    ];
    for (const act of acts) await expect(act()).rejects.toThrow('cannot be read');
    expect(await vault.database.settings.toArray()).toEqual(before);
  });
});
