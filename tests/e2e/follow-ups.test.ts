import { mkdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface, Surface } from './rig/surface';
import { createVault, isTicked, startSession } from './steps';

const PICTURES = process.env.SIDELIGHT_PICTURES;

async function picture(surface: Surface, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await surface.picture(`${PICTURES}/${name}.png`);
}

async function end(panel: Surface): Promise<void> {
  await panel.click('button', 'End session');
  await panel.wait('button', 'Later');
}

inBothBrowsers('What is owed', browser => {
  let panel: PageSurface;

  it('opens with a strain, which brings what may help, and with a promise', async () => {
    await createVault(browser());
    panel = await browser().openPage('panel.html');
    await panel.resize(400, 900);
    await startSession(panel, 'Heron');
    expect(await panel.has('checkbox', 'Own my part, no defending')).toBe(false);
    await panel.click('button', 'Strain');
    for (const label of [
      'Own my part, no defending',
      'Welcome the complaint',
      'Change something and revisit it',
    ])
      await panel.wait('checkbox', label);
    expect(await panel.axe()).toEqual([]);
    await picture(panel, `${browser().name}-strain`);

    await panel.click('button', 'Undo');
    await panel.waitGone('checkbox', 'Own my part, no defending');
    await panel.click('button', 'Strain');
    await panel.wait('checkbox', 'Own my part, no defending');
    await panel.click('button', 'Follow-up');
    await panel.fill('textbox', 'Promise', 'Send the leaflet');
    await panel.click('button', 'Save promise');
    await panel.wait('button', '2 open');
  });

  it('stands still with the call, and goes on with it', async () => {
    await panel.click('button', 'Pause');
    await panel.wait('button', 'Resume');
    expect(await panel.text()).toContain('Minutes stand still');
    await picture(panel, `${browser().name}-paused`);
    await panel.click('button', 'Resume');
    await panel.wait('button', 'Pause');
  });

  it('is shown before the next session with the same code, with the closing line', async () => {
    await end(panel);
    await panel.fill('textbox', 'Closing line', 'Begin with the move');
    await panel.wait('status', 'Saved');
    await panel.click('button', 'Later');
    await panel.wait('button', 'Start session');
    const region = panel.within('region', 'From last time');
    expect(await region.has('button', 'Kept: Send the leaflet')).toBe(false);
    // Written in small letters it would be another client, which nobody means.
    await panel.fill('textbox', 'Client code', 'heron');
    await panel.click('button', 'Use Heron');
    await panel.waitGone('button', 'Use Heron');
    expect(await panel.state('textbox', 'Client code')).toMatchObject({ value: 'Heron', focused: true });
    await region.wait('button', 'Kept: Send the leaflet');
    await region.wait('button', /^Repaired: Repair left open/);
    expect(await panel.text()).toContain('Begin with the move');
    expect(await panel.axe()).toEqual([]);
    await picture(panel, `${browser().name}-before`);
  });

  it('ends when it is kept or repaired, and keeping it ticks what it shows', async () => {
    await panel.click('button', 'Start session');
    await panel.click('button', '2 open');
    await panel.click('button', 'Kept: Send the leaflet');
    await panel.wait('button', '1 open');
    await panel.click('button', /^All 36/);
    await isTicked(panel, 'Pick up last session’s thread', true);
    await isTicked(panel, 'Do what I said I would', true);
    await panel.click('button', 'Repair');
    await panel.waitGone('button', '1 open');
    await end(panel);
    await panel.click('button', 'Later');
    await panel.fill('textbox', 'Client code', 'Heron');
    await panel.until(
      `document.querySelector('.last-time').textContent.includes('Last session')`,
      'last time',
    );
    expect(await panel.has('button', /^(Kept|Repaired):/)).toBe(false);
  });

  it('lets a focus, own words and a settling moment come first', async () => {
    const desk = await browser().openPage('desk.html', '#/checklists');
    await desk.wait('heading', 'Checklists');
    await desk.eval(
      `[...document.querySelectorAll('details')].find(one => one.textContent.includes('Say when I am unsure')).open = true`,
    );
    await desk.click('checkbox', 'In focus: Say when I am unsure');
    await desk.fill('textbox', 'My words for Say when I am unsure', 'I do not know yet, and I want to');
    await desk.click('button', 'Save words');
    await desk.wait('status', 'Saved');
    expect(await desk.axe()).toEqual([]);
    await desk.eval(`location.hash = '#/settings'`);
    await desk.click('checkbox', 'Half a minute to settle before each session');
    // Once the panel has heard of it, it is on the disk, and the desk may go.
    await panel.wait('button', 'Settle, then start');
    await desk.close();

    await panel.click('button', 'Settle, then start');
    await panel.fill('textbox', 'Intention', 'Slow');
    expect(await panel.axe()).toEqual([]);
    await picture(panel, `${browser().name}-settle`);
    await panel.click('button', 'Start session');
    await panel.wait('checkbox', 'Say when I am unsure');
    await panel.click('button', 'About Say when I am unsure');
    expect(await panel.text()).toContain('I do not know yet, and I want to');
    await picture(panel, `${browser().name}-focus`);
  });
});
