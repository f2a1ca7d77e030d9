import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface } from './rig/surface';
import { tooSmall } from './rig/too-small';
import { createVault, startSession } from './steps';

/** What a screen must hold to, at every width it may have. */
async function expectSound(page: PageSurface, screen: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.resize(width, 800);
    const overflow = await page.eval('document.documentElement.scrollWidth - innerWidth');
    expect(overflow, `${screen} at ${width} px is wider than its window by`).toBeLessThanOrEqual(0);
  }
  expect(await page.axe(), screen).toEqual([]);
  expect(await page.eval('document.title')).toBe('Sidelight');
}

const PANEL = [200, 280, 480, 400, 320];
const DESK = [320, 640, 1280];

inBothBrowsers('Every screen', browser => {
  it('fits its window, is reachable and named, from Welcome to Locked', async () => {
    const first = await browser().openPage('desk.html');
    await first.wait('button', 'Create vault');
    await expectSound(first, 'Welcome', DESK);
    const empty = await browser().openPage('panel.html');
    await empty.wait('button', 'Set up Sidelight');
    await expectSound(empty, 'the panel before set-up', PANEL);

    const { desk } = await createVault(browser());
    await expectSound(desk, 'no sessions yet', DESK);
    for (const link of ['Trends', 'Checklists', 'Supervision', 'Settings', 'Help']) {
      await desk.click('link', link);
      await desk.wait('heading', link);
      await expectSound(desk, link, DESK);
    }

    const panel = await browser().openPage('panel.html');
    await panel.wait('button', 'Start session');
    await expectSound(panel, 'before the session', PANEL);
    await startSession(panel, 'a client code that is rather long, as some are');
    await panel.click('button', 'All 36 behaviours');
    await panel.click('button', 'About Check in on tenseness');
    await panel.click('button', 'Missed Check in on tenseness');
    await panel.press('t');
    await panel.wait('button', /for Tenseness/);
    await expectSound(panel, 'the live session', PANEL);
    expect(await panel.eval(tooSmall(44, 15))).toEqual([]);

    await panel.click('button', 'Hide');
    await panel.wait('button', 'Show');
    await expectSound(panel, 'the curtain', PANEL);
    await panel.click('button', 'Show');
    await panel.click('button', 'End session');
    await panel.wait('button', 'Review now');
    await expectSound(panel, 'after the session', PANEL);
    expect(await panel.eval(tooSmall(24, 15))).toEqual([]);

    await desk.eval(`location.hash = '#/latest'`);
    await desk.wait('heading', 'Timeline');
    await expectSound(desk, 'one session', DESK);
    await desk.click('link', 'Sessions');
    await desk.wait('link', /a client code/);
    await expectSound(desk, 'the sessions', DESK);

    await desk.click('button', 'Lock now');
    await desk.wait('button', 'Unlock');
    await expectSound(desk, 'locked', DESK);
    await desk.click('button', 'Use recovery key');
    await expectSound(desk, 'the recovery key', DESK);
    await expectSound(panel, 'the locked panel', PANEL);
  });
});
