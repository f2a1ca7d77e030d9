import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PracticeCall, servePracticeCall } from '../practice-call/server';
import { inBothBrowsersWith } from './both-browsers';
import { letPass, longestRun, type QuietWatch, quietCopy, readPlaces, readWatch } from './rig/quiet-watch';
import type { PageSurface, Surface } from './rig/surface';
import { createVault, startSession } from './steps';

/** Milliseconds after an act within which the pages may be busy with it. */
const OF_AN_ACT = 2_000;

/** What stands in the panel whatever is marked: everything but the rows themselves and what lies below the moments. */
const ABOVE = '.clock, .phase, .leading, .unfold, .moments button, .acts button';
const BELOW = 'h2, #note';
/** The words of the rows in front, which stay where they are when one of them is marked. */
const LABELS = '.leading > ul:not(.room) .label';
const IN_STRIP = '.strip-list, .strip-clock, .strip-row > button, .strip-moments button';

inBothBrowsersWith(quietCopy, 'A live session beside a call', browser => {
  let call: PracticeCall;
  let panel: Surface;
  let strip: PageSurface;
  const acts: number[] = [];

  beforeAll(async () => {
    call = await servePracticeCall();
  });
  afterAll(() => call?.close());

  /** By a key: looking for a control to click would cost the page more than the act. */
  const act = async (page: Surface, key: string) => {
    acts.push(Date.now());
    await page.press(key);
    await pause(OF_AN_ACT);
  };
  const byItself = <T extends { readonly at: number }>(events: readonly T[]) =>
    events.filter(({ at }) => !acts.some(time => at >= time - 50 && at < time + OF_AN_ACT));
  const watches = async (): Promise<[QuietWatch, QuietWatch]> => [
    await readWatch(panel),
    await readWatch(strip),
  ];
  const places = async () => ({
    panel: await readPlaces(panel, `${ABOVE}, ${BELOW}`),
    strip: await readPlaces(strip, IN_STRIP),
  });
  const timePasses = async (minutes: number) => {
    for (const page of [panel, strip]) await letPass(page, minutes);
  };

  it('begins, with the panel and the strip', async () => {
    await createVault(browser());
    await browser().openCall(call.url);
    panel = await browser().openPanel();
    await startSession(panel, 'a client code that is rather long');
    await panel.click('button', 'Open strip');
    strip = await browser().expectPage('strip.html');
    await strip.wait('group', 'Moments');
    await panel.click('button', 'Understood');
    // The strip gives itself room once it knows its frame.
    await pause(3_000);
    for (const watch of await watches()) expect(watch.intervals).toContain(1_000);
    // What starting needed is over.
    const forget =
      'void (quietWatch.wakes.length = 0, quietWatch.shifts && (quietWatch.shifts.length = 0), quietWatch.longTasks && (quietWatch.longTasks.length = 0))';
    for (const page of [panel, strip]) await page.eval(forget);
    await panel.eval('scrollTo(0, 0)');
  });

  it('moves nothing when a phase comes, ten minutes are left and time is up', async () => {
    const before = await places();
    for (const minutes of [9, 32, 12]) {
      await timePasses(minutes);
      await pause(2_500);
      const now = await places();
      expect(now.panel).toEqual(before.panel);
      // Another phase has a list of another length; it fills the same room.
      expect(now.strip).toEqual(before.strip);
    }
    expect(await panel.text()).toMatch(/Time is up · \d+ min over/);
    expect(await panel.state('radio', 'Closing')).toMatchObject({ checked: true });
  });

  it('moves nothing in the panel when the strip ticks, and nothing above the moments when it marks one', async () => {
    const before = await places();
    const labels = await readPlaces(panel, LABELS);
    for (const key of ['7', 'Shift+8', '7', '7']) {
      await act(strip, key);
      expect((await places()).panel).toEqual(before.panel);
      expect(await readPlaces(panel, LABELS)).toEqual(labels);
    }
    expect(await panel.eval(`document.querySelectorAll('.leading [data-mark]').length`)).toBe(2);
    expect((await readWatch(panel)).shifts ?? []).toEqual([]);
    const above = await readPlaces(panel, ABOVE);
    for (const key of ['s', 't']) await act(strip, key);
    expect(await panel.eval(`document.querySelectorAll('.marked li').length`)).toBe(2);
    expect(await readPlaces(panel, ABOVE)).toEqual(above);
    expect((await places()).strip).toEqual(before.strip);
  });

  it('wakes no page by itself more often than once a second, and nothing moves by itself', async () => {
    await act(panel, '1');
    await act(panel, 'n');
    for (const letter of 'slower') await act(panel, letter);
    await act(panel, 'Escape');
    const before = await places();
    const from = Date.now();
    await pause(8_000);
    expect(await places()).toEqual(before);
    for (const watch of await watches()) {
      expect(watch.intervals.filter(delay => delay < 1_000)).toEqual([]);
      // Nothing but the minute was to be looked at.
      expect(watch.wakes.filter(({ at }) => at > from)).toEqual([]);
      expect(longestRun(byItself(watch.wakes))).toBeLessThan(4);
      expect(byItself(watch.shifts ?? [])).toEqual([]);
    }
    if (browser().name === 'chromium') expect((await readWatch(strip)).shifts).toEqual([]);
  });
});
