import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { type } from './keyboard';
import { readFocus, startAtTop, walkByTab } from './rig/focus-walk';
import type { PageSurface, Surface } from './rig/surface';
import { isTicked, PASSPHRASE } from './steps';

/** As many as there are stops on the longest screen. */
const MOST_TABS = 160;

/** Goes by Tab from the top until this control has the focus; on the way every stop must show that it has it. */
async function walkTo(page: Surface, role: string, name: string | RegExp): Promise<void> {
  await page.wait(role, name);
  if ((await page.state(role, name)).focused) return;
  await startAtTop(page);
  for (let stop = 0; stop < MOST_TABS; stop += 1) {
    if ((await page.state(role, name)).focused) return;
    await page.press('Tab');
    const focus = await readFocus(page);
    expect.soft(focus?.problem ?? '', `${focus?.name}, on the way to ${name}`).toBe('');
  }
  expect.fail(`Tab does not come to ${role} ${name}`);
}

async function press(page: Surface, role: string, name: string | RegExp, key = 'Enter'): Promise<void> {
  await walkTo(page, role, name);
  await page.press(key);
}

inBothBrowsers('By keyboard alone', browser => {
  let desk: PageSurface;
  let panel: Surface;
  let strip: PageSurface;

  it('one creates a vault', async () => {
    // The one that opens by itself after installing.
    desk = await browser().expectPage('desk.html');
    await desk.wait('button', 'Create vault');
    expect.soft(await walkByTab(desk)).toEqual([]);
    await walkTo(desk, 'textbox', 'Passphrase');
    await type(desk, PASSPHRASE);
    await walkTo(desk, 'textbox', 'Repeat passphrase');
    await type(desk, PASSPHRASE);
    await press(desk, 'button', 'Create vault');
    await desk.wait('any', 'Recovery key', 30_000);
    await press(desk, 'checkbox', 'I have stored the recovery key', 'Space');
    await press(desk, 'button', 'Continue');
    await desk.wait('heading', 'Sessions');
  });

  it('one goes to every screen of the desk, and through it', async () => {
    for (const screen of ['Trends', 'Checklists', 'Supervision', 'Settings', 'Proof', 'Help', 'Sessions']) {
      await press(desk, 'link', screen);
      await desk.wait('heading', screen);
      expect.soft([screen, await walkByTab(desk)]).toEqual([screen, []]);
    }
  });

  it('one prepares and starts a session', async () => {
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await panel.wait('button', 'Start session');
    expect.soft(await walkByTab(panel)).toEqual([]);
    await walkTo(panel, 'textbox', 'Client code');
    await type(panel, 'heron');
    await press(panel, 'combobox', 'Planned length', 'ArrowDown');
    expect((await panel.state('combobox', 'Planned length')).value).toBe('55');
    await press(panel, 'button', 'Start session');
    await panel.wait('radiogroup', 'Phase');
    expect(await panel.text()).toContain('55 min left');
  });

  it('one ticks, marks, promises and writes', async () => {
    expect.soft(await walkByTab(panel)).toEqual([]);
    await press(panel, 'radio', 'Opening', 'ArrowRight');
    await panel.wait('checkbox', 'Check in on tenseness');
    await press(panel, 'checkbox', 'Reflect feeling before fixing', 'Space');
    await isTicked(panel, 'Reflect feeling before fixing', true);
    await press(panel, 'button', 'Missed Check in on tenseness');
    await panel.until(() => document.body.innerText.includes('come back to it'), 'the missed mark');
    await press(panel, 'button', 'About Check in on tenseness');
    await press(panel, 'button', 'All 36 behaviours');
    await walkTo(panel, 'searchbox', 'Find a behaviour');
    await type(panel, 'apolog');
    await press(panel, 'checkbox', 'Own my part, no defending', 'Space');
    await isTicked(panel, 'Own my part, no defending', true);
    await press(panel, 'button', 'Strain');
    await press(panel, 'button', /^Add words/);
    await type(panel, 'the move');
    await panel.press('Enter');
    await panel.until(() => document.body.innerText.includes('the move'), 'the words of the moment');
    await press(panel, 'button', 'Follow-up');
    await walkTo(panel, 'textbox', 'Promise');
    await type(panel, 'the leaflet');
    await panel.press('Enter');
    await panel.wait('button', '2 open');
    // Out of what has the focus now, a single key goes to the note, and Escape out of it.
    await panel.press('n');
    await type(panel, 'slower');
    await panel.until(
      `document.getElementById('note-state')?.textContent === 'Saved'`,
      'the note to be saved',
    );
    await panel.press('Escape');
    await panel.press('h');
    await panel.wait('button', 'Show');
    await panel.press('Enter');
    await panel.waitGone('button', 'Show');
    expect.soft(await walkByTab(panel)).toEqual([]);
  });

  it('one opens the strip, uses it and lets it float', async () => {
    await press(panel, 'button', 'Open strip');
    strip = await browser().expectPage('strip.html');
    await strip.wait('group', 'Moments');
    expect.soft(await walkByTab(strip)).toEqual([]);
    await press(strip, 'checkbox', 'Name the strain between us', 'Space');
    await isTicked(panel, 'Name the strain between us', true);
    await press(strip, 'button', 'Repair');
    await panel.wait('button', '1 open');
    await press(strip, 'button', 'Hide');
    await strip.wait('button', 'Show');
    await strip.press('Enter');
    await strip.wait('group', 'Moments');
    await strip.press('?');
    await strip.wait('dialog', 'Keys');
    await strip.press('Escape');
    await strip.waitGone('dialog', 'Keys');
    await press(strip, 'button', 'Keep on top');
    if (await strip.eval(`'documentPictureInPicture' in globalThis`)) {
      await strip.until(
        `documentPictureInPicture.window?.document.querySelector('.strip') != null`,
        'the floating strip',
      );
      await strip.eval('documentPictureInPicture.window.close()');
    }
    await strip.close();
  });

  it('one ends, reviews and signs off, down to the timeline', async () => {
    await press(panel, 'button', 'End session');
    await walkTo(panel, 'textbox', 'Closing line');
    await type(panel, 'begin there');
    await panel.wait('status', 'Saved');
    expect.soft(await walkByTab(panel)).toEqual([]);
    await press(panel, 'button', 'Review now');
    await desk.wait('heading', 'Timeline');
    // Of a group Tab comes to what is chosen; the arrows choose another.
    await press(desk, 'radio', 'Not called for', 'ArrowLeft');
    expect((await desk.state('radio', 'Not called for')).checked).toBe(false);
    await walkTo(desk, 'textbox', 'Reflection');
    await type(desk, 'less haste');
    expect.soft(await walkByTab(desk)).toEqual([]);
    await press(desk, 'button', 'Sign off');
    await desk.wait('button', 'Amend');
    expect.soft(await walkByTab(desk)).toEqual([]);
    const story = await desk.text();
    for (const line of ['heron', 'the move', 'slower', 'less haste', 'Session ended'])
      expect(story).toContain(line);
  });

  it('one changes a setting, locks and unlocks', async () => {
    await press(desk, 'link', 'Settings');
    await press(desk, 'combobox', 'Lock after', 'ArrowDown');
    await press(desk, 'button', 'Lock now');
    await desk.wait('button', 'Unlock');
    expect.soft(await walkByTab(desk)).toEqual([]);
    await walkTo(desk, 'textbox', 'Passphrase');
    await type(desk, PASSPHRASE);
    await desk.press('Enter');
    await desk.wait('heading', 'Settings', 20_000);
  });
});
