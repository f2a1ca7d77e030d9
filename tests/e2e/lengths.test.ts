import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { letPass } from './rig/quiet-watch';
import type { PageSurface } from './rig/surface';
import { createVault, isTicked, readBack } from './steps';

inBothBrowsers('A session of', browser => {
  let desk: PageSurface;
  let panel: PageSurface;
  let strip: PageSurface;

  const begin = async (length: string) => {
    panel = await browser().openPage('panel.html');
    await panel.wait('button', 'Start session');
    await panel.choose('Planned length', length);
    await panel.click('button', 'Start session');
    await panel.wait('radiogroup', 'Phase');
    strip = await browser().openPage('strip.html');
    await strip.wait('group', 'Moments');
  };
  /**
   * Lets minutes pass in every page, as they have one clock: at the end of a session each of them starts the lock's period
   * anew, and would lock one whose clock is ahead. Tells what panel and strip say then.
   */
  const after = async (minutes: number, phase: string, inPanel: string, inStrip: string) => {
    for (const page of [desk, panel, strip]) await letPass(page, minutes);
    await panel.until(`document.body.innerText.includes(${JSON.stringify(inPanel)})`, inPanel, 5_000);
    await strip.until(`document.body.innerText.includes(${JSON.stringify(inStrip)})`, inStrip, 5_000);
    expect([phase, (await panel.state('radio', phase)).checked]).toEqual([phase, true]);
  };
  const end = async () => {
    await panel.click('button', 'End session');
    await panel.click('button', 'Later');
    await strip.close();
    await panel.close();
  };

  it('5 minutes goes through its phases, and on when it runs over', async () => {
    ({ desk } = await createVault(browser()));
    await begin('5 minutes');
    expect(await panel.text()).toContain('5 min left');
    await after(1, 'Working', '4 min left', '4 min left');
    await after(3, 'Closing', '1 minute left', '1 min left');
    await after(1, 'Closing', 'Time is up', '0 min left');
    await after(7, 'Closing', 'Time is up · 7 min over', '7 min over');
    await isTicked(panel, 'Ask what helped and what missed', false);
    await strip.press('7');
    await isTicked(panel, 'Ask what helped and what missed', true);
    await end();
    await readBack(desk);
    expect(await desk.text()).toMatch(/12 min/);
  });

  it('300 minutes does too', async () => {
    await begin('300 minutes');
    await after(44, 'Opening', '256 min left', '256 min left');
    await after(1, 'Working', '255 min left', '255 min left');
    await after(194, 'Working', '61 min left', '61 min left');
    await after(1, 'Closing', '60 min left', '60 min left');
    await after(50, 'Closing', '10 minutes left', '10 min left');
    await after(130, 'Closing', 'Time is up · 120 min over', '120 min over');
    for (const [page, width, height] of [
      [panel, 280, 800],
      [strip, 640, 110],
    ] as const) {
      await page.resize(width, height);
      expect(await page.eval('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    expect(await strip.eval('document.documentElement.scrollHeight - innerHeight')).toBeLessThanOrEqual(0);
    await end();
    await readBack(desk);
    expect(await desk.text()).toMatch(/420 min/);
  });
});
