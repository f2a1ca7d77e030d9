import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface, Surface } from './rig/surface';
import { createVault, isTicked, startSession, unlock } from './steps';

const API = '(globalThis.browser ?? chrome)';
const moments = (panel: Surface) => panel.eval<number>(`document.querySelectorAll('.marked li').length`);

inBothBrowsers('The browser’s keys for Sidelight', browser => {
  let desk: PageSurface;
  let panel: Surface;

  it('do nothing while no session is live', async () => {
    ({ desk } = await createVault(browser()));
    for (const command of ['mark-tenseness', 'mark-strain', 'tick-next']) await browser().runCommand(command);
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await panel.wait('button', 'Start session');
  });

  it('mark and tick while the panel is closed', async () => {
    await startSession(panel, 'Heron');
    await browser().closePanel();
    for (const command of ['mark-tenseness', 'mark-strain', 'tick-next', 'tick-next'])
      await browser().runCommand(command);
    await pause(500);
    panel = await browser().openPanel();
    await isTicked(panel, 'Say how today will work', true);
    await isTicked(panel, 'Confirm privacy and place', true);
    await isTicked(panel, 'Confirm the boundaries we use', false);
    expect(await moments(panel)).toBe(2);
  });

  it('show at once in a panel that is open', async () => {
    await browser().runCommand('tick-next');
    await isTicked(panel, 'Confirm the boundaries we use', true, 1_000);
  });

  it('do nothing while locked', async () => {
    await browser().runCommand('lock-now');
    await panel.wait('button', 'Unlock');
    await browser().runCommand('mark-strain');
    await pause(300);
    await unlock(panel);
    await panel.wait('radiogroup', 'Phase');
    expect(await moments(panel)).toBe(2);
  });

  it('open the panel', async ({ skip }) => {
    // Chromium opens it only for a real key, which no protocol gives.
    if (browser().name === 'chromium') return skip();
    await browser().closePanel();
    const sidebars = `${API}.extension.getViews({ type: 'sidebar' }).length`;
    await desk.until(`${sidebars} === 0`, 'the sidebar to close');
    await browser().runCommand('open-panel');
    await desk.until(`${sidebars} === 1`, 'the sidebar to open');
    panel = await browser().openPanel();
    await panel.wait('radiogroup', 'Phase');
  });

  it('are listed in Settings, with the way to change them', async () => {
    await desk.reload();
    await desk.click('link', 'Settings');
    await desk.wait('heading', 'Shortcuts');
    const list = desk.within('region', 'Shortcuts');
    await list.wait('definition', 'Open the panel');
    for (const words of ['Hide everything', 'Lock now', 'Mark tenseness', 'Mark strain'])
      expect([words, await list.has('definition', words)]).toEqual([words, true]);
    const text = await desk.eval<string>(
      `document.getElementById('shortcuts-title').closest('section').innerText`,
    );
    expect(text).toMatch(/Alt \+ (Comma|,)/);
    expect(text).toMatch(/Alt \+ (Period|\.)/);
    expect(text.match(/no key/g)).toHaveLength(4);
    expect((await list.has('button', 'Change keys')) || text.includes('Manage Extension Shortcuts')).toBe(
      true,
    );
    expect(await desk.axe()).toEqual([]);
  });

  it('leave single keys to a setting, and the sheet of keys with them', async () => {
    await panel.press('?');
    await panel.wait('dialog', 'Keys');
    expect(await panel.axe()).toEqual([]);
    await panel.press('Escape');
    await panel.waitGone('dialog', 'Keys');

    await desk.click('checkbox', 'Single keys in Sidelight’s own pages');
    await pause(500);
    for (const key of ['t', '1', '?']) await panel.press(key);
    await pause(300);
    expect(await moments(panel)).toBe(2);
    expect(await panel.has('dialog', 'Keys')).toBe(false);
    await isTicked(panel, 'Say how today will work', true);

    await desk.click('checkbox', 'Single keys in Sidelight’s own pages');
    await pause(500);
    await panel.press('t');
    await panel.until(`document.querySelectorAll('.marked li').length === 3`, 'the moment');
  });
});
