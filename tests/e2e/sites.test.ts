import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface, Surface } from './rig/surface';
import { createVault } from './steps';

const MEET = 'https://meet.google.com/abc-defg-hij';
const API = '(globalThis.browser ?? chrome)';

inBothBrowsers('Sites', browser => {
  let desk: PageSurface;
  let panel: Surface;

  const origins = () =>
    desk.eval<string[]>(`${API}.permissions.getAll().then(({ origins }) => (origins ?? []).sort())`);
  const openSettings = async () => {
    await desk.eval(`location.hash = '#/settings'`);
    await desk.wait('region', 'Sites');
  };

  it('are none at first, and a call elsewhere is as near', async () => {
    ({ desk } = await createVault(browser()));
    expect(await origins()).toEqual([]);
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await panel.wait('button', 'Start session');
    expect(await panel.text()).toContain('By phone, in person or in a desktop app');
    expect(await panel.has('button', 'Recognise this site')).toBe(false);
  });

  it('are recognised one host at a time, when asked', async () => {
    await browser().allowSite('https://meet.google.com/*');
    await browser().openCallAt(MEET);
    panel = await browser().openPanel();
    await panel.wait('status', 'Beside Google Meet');
    expect(await panel.has('button', 'Start session?')).toBe(false);
    await panel.click('button', 'Recognise this site');
    await panel.wait('button', 'Start session?');
    await panel.wait('status', /Google Meet is open here/);
    await panel.waitGone('button', 'Recognise this site');
    expect(await origins()).toEqual(['https://meet.google.com/*']);
    expect(await panel.axe()).toEqual([]);
  });

  it('make the panel offer a session when a call is opened there, and start none', async () => {
    await browser().openCallAt('https://calls.example/room');
    await panel.waitGone('button', 'Start session?');
    await browser().openCallAt(MEET);
    await panel.wait('button', 'Start session?');
    await pause(500);
    expect(await panel.has('radiogroup', 'Phase')).toBe(false);
    await panel.click('button', 'Start session?');
    await panel.wait('radiogroup', 'Phase');
    await panel.click('button', 'End session');
    await panel.click('button', 'Later');
    await panel.wait('button', 'Start session?');
  });

  it('tell when the browser has taken one back', async () => {
    await openSettings();
    expect(await panel.has('button', 'Start session?')).toBe(true);
    await desk.eval(`${API}.permissions.remove({ origins: ['https://meet.google.com/*'] })`);
    // While it was suggested: what is offered goes with it.
    await panel.waitGone('button', 'Start session?');
    const list = desk.within('region', 'Sites');
    await list.wait('button', 'Recognise meet.google.com again');
    expect(await desk.text()).toContain('Not recognised any more');
    await browser().openCallAt(MEET);
    await panel.waitGone('button', 'Start session?');
  });

  it('can be added by hand, with a path, and nothing hostile', async () => {
    for (const [typed, answer] of [
      ['javascript:alert(1)', /begin with https/],
      ['*.example', /does not look like/],
      ['https://a:b@calls.example', /Leave out the name/],
    ] as const) {
      await desk.fill('textbox', 'Site address', typed);
      await desk.click('button', 'Add site');
      await desk.wait('alert', answer);
    }
    expect(await origins()).toEqual([]);

    await browser().allowSite('https://rooms.example/*');
    await desk.fill('textbox', 'Site address', 'rooms.example/b/');
    await desk.click('button', 'Add site');
    await desk.wait('button', 'Remove rooms.example/b');
    expect(await origins()).toEqual(['https://rooms.example/*']);
    expect(await desk.axe()).toEqual([]);

    await browser().openCallAt('https://rooms.example/blog');
    await panel.waitGone('button', 'Start session?');
    await browser().openCallAt('https://rooms.example/b/one');
    await panel.wait('status', /rooms\.example is open here/);
  });

  it('are removed, permission and all', async () => {
    await desk.click('button', 'Remove rooms.example/b');
    await desk.click('button', 'Remove meet.google.com');
    await desk.waitGone('button', /^Remove /);
    await pause(300);
    expect(await origins()).toEqual([]);
    await browser().openCallAt('https://rooms.example/b/one');
    await pause(500);
    expect(await panel.has('button', 'Start session?')).toBe(false);
  });

  it('are given back when everything is erased', async () => {
    await desk.fill('textbox', 'Site address', 'rooms.example');
    await desk.click('button', 'Add site');
    await desk.wait('button', 'Remove rooms.example');
    expect(await origins()).toEqual(['https://rooms.example/*']);
    await desk.click('button', 'Erase everything');
    await desk.fill('textbox', 'Type the words to erase', 'erase everything');
    await desk.click('button', 'Erase everything now');
    await desk.wait('button', 'Create vault');
    expect(await origins()).toEqual([]);
  });
});
