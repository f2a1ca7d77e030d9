import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { Browser, PageSurface, Surface } from './rig/surface';
import { createVault, startSession, tick, unlock } from './steps';

const MARKERS = ['K-17', 'slow river', 'heron feather'];
const SESSION_MEMORY = '(globalThis.browser ?? chrome).storage.session.get()';

/** Every text that can be reached from a page's window by names, its markup and its session memory included. */
const reachable = `(async () => {
  const seen = new Set();
  const texts = [document.documentElement.outerHTML, JSON.stringify(await ${SESSION_MEMORY})];
  const walk = (value, depth) => {
    if (typeof value === 'string') return void texts.push(value);
    if (value === null || !['object', 'function'].includes(typeof value) || seen.has(value) || depth > 8) return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key === 'string') texts.push(key);
      try { walk(value[key], depth + 1); } catch {}
    }
  };
  walk(window, 0);
  for (const el of document.querySelectorAll('*')) walk(el, 4);
  return texts.join('\\n');
})()`;

async function findMarkers(surface: Surface): Promise<string[]> {
  const all = await surface.eval<string>(reachable);
  return MARKERS.filter(marker => all.includes(marker));
}

/** Moves the deadline, as if so much time had passed. */
async function setTimeLeft(surface: Surface, ms: number): Promise<void> {
  await surface.eval(`(async () => {
    const { storage } = globalThis.browser ?? chrome;
    const { watch } = await storage.session.get();
    await storage.session.set({ watch: { ...watch, deadline: Date.now() + ${ms} } });
  })()`);
}

async function expectLocked(surface: Surface): Promise<void> {
  await surface.wait('button', 'Unlock', 15_000);
}

/** A page of the extension that holds no code of ours, to look at what is in memory. */
function openPlain(browser: Browser): Promise<PageSurface> {
  return browser.openPage('icons/sidelight.svg' as 'desk.html');
}

inBothBrowsers('Locking', browser => {
  let desk: PageSurface;
  let panel: Surface;

  it('shows the choices, and what is chosen stays', async () => {
    ({ desk } = await createVault(browser()));
    await desk.click('link', 'Settings');
    expect((await desk.state('combobox', 'Lock after')).value).toBe('15');
    await desk.choose('Lock after', '30 idle minutes');
    await desk.until(
      `${SESSION_MEMORY}.then(({ watch }) => watch.after === 30 && watch.deadline - Date.now() > 29 * 60000)`,
      'the watch to have thirty minutes',
    );
    await desk.reload();
    await desk.until(
      `document.querySelector('#lock-after')?.value === '30'`,
      'the choice to be there after a reload',
    );
    expect(await desk.axe()).toEqual([]);
  });

  it('empties every page, and keeps what was just typed', async () => {
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await startSession(panel, 'K-17');
    await tick(panel, 'Say how today will work');
    await panel.fill('textbox', 'Note', 'slow river');
    await panel.until(
      `document.getElementById('note-state')?.textContent === 'Saved'`,
      'the note to be saved',
    );
    const other = await browser().openPage('panel.html');
    await other.wait('button', 'End session');
    await desk.click('link', 'Sessions');
    await desk.until(() => document.body.innerText.includes('K-17'), 'the live session in the list');
    expect(await findMarkers(other)).toContain('K-17');

    for (let round = 1; round <= 2; round += 1) {
      // Not yet saved: the draft is written 300 ms after a keystroke.
      await panel.fill('textbox', 'Note', `slow river, heron feather ${round}`);
      await panel.click('button', 'Lock now');
      for (const surface of [panel, other, desk]) await expectLocked(surface);
      for (const surface of [panel, other, desk]) expect(await findMarkers(surface)).toEqual([]);

      await unlock(panel);
      await panel.wait('button', 'End session');
      expect((await panel.state('textbox', 'Note')).value).toBe(`slow river, heron feather ${round}`);
      expect((await panel.state('checkbox', 'Say how today will work')).checked).toBe(true);
      await other.wait('button', 'End session');
      await desk.until(() => document.body.innerText.includes('K-17'), 'the desk to open again');
    }
    await other.close();
  });

  it('does not lock or warn a session that is live, however still', async () => {
    await setTimeLeft(panel, 20_000);
    await panel.until(
      `${SESSION_MEMORY}.then(({ watch }) => watch.deadline - Date.now() > 29 * 60000)`,
      'the watch to begin again',
      10_000,
    );
    await setTimeLeft(panel, -60_000);
    await panel.until(
      `${SESSION_MEMORY}.then(({ watch }) => watch.deadline - Date.now() > 29 * 60000)`,
      'the watch to begin again',
      10_000,
    );
    expect(await panel.has('button', 'Stay unlocked')).toBe(false);
    expect(await panel.has('button', 'End session')).toBe(true);
  });

  it('comes with the screen lock even then, where the browser tells, and the session goes on after it', async () => {
    if (browser().name === 'firefox') return;
    await panel.fill('textbox', 'Note', 'heron feather at the end');
    await browser().lockScreen();
    for (const surface of [panel, desk]) await expectLocked(surface);
    await unlock(panel);
    await panel.wait('button', 'End session');
    expect((await panel.state('textbox', 'Note')).value).toBe('heron feather at the end');
  });

  it('warns a minute ahead on panel and desk, and stays unlocked when asked', async () => {
    await panel.click('button', 'End session');
    await panel.click('button', 'Later');
    await panel.wait('button', 'Start session');
    // Each page that saw the session end begins a whole period, in its own time.
    await pause(1_000);
    await setTimeLeft(desk, 55_000);
    for (const surface of [panel, desk]) await surface.wait('button', 'Stay unlocked', 10_000);
    expect(await panel.axe()).toEqual([]);
    await panel.click('button', 'Stay unlocked');
    for (const surface of [panel, desk]) await surface.waitGone('button', 'Stay unlocked');
    await panel.until(
      `${SESSION_MEMORY}.then(({ watch }) => watch.deadline - Date.now() > 29 * 60000)`,
      'the watch to begin again',
    );
  });

  it('comes when nobody came, and a page standing open does not keep it away', async () => {
    await setTimeLeft(desk, 1_000);
    for (const surface of [panel, desk]) await expectLocked(surface);
    expect(await panel.eval(SESSION_MEMORY)).not.toHaveProperty('held');
    expect(await panel.eval(SESSION_MEMORY)).not.toHaveProperty('watch');
    await unlock(panel);
    await desk.waitGone('button', 'Unlock');
  });

  it('comes on waking up: the first press after a long sleep does not act', async () => {
    await panel.fill('textbox', 'Client code', 'K-18');
    await setTimeLeft(panel, -8 * 3_600_000);
    await panel.click('button', 'Start session');
    await expectLocked(panel);
    await unlock(panel);
    await panel.wait('button', 'Start session');
    expect(await panel.has('button', 'End session')).toBe(false);
  });

  it('is known to a page that opens after the deadline, though every worker is gone', async () => {
    await browser().stopBackground();
    await setTimeLeft(desk, -1);
    const late = await browser().openPage('desk.html');
    await expectLocked(late);
    await late.close();
    await unlock(desk);
  });

  it('comes by the background’s alarm when no page is open, and the key is gone from memory', async () => {
    const plain = await openPlain(browser());
    const hasStorage = await plain.eval<boolean>(
      `!!(globalThis.browser ?? globalThis.chrome)?.storage?.session`,
    );
    await desk.eval(`(globalThis.browser ?? chrome).alarms.create('lock', { when: Date.now() + 1500 })`);
    await setTimeLeft(desk, 1_000);
    await browser().closePanel();
    await desk.close();
    if (hasStorage) {
      await plain.until(
        `${SESSION_MEMORY}.then(({ held }) => held === undefined)`,
        'the key to be gone',
        40_000,
      );
    } else {
      await pause(10_000);
    }
    desk = await browser().openPage('desk.html');
    await expectLocked(desk);
    await plain.close();
    await unlock(desk);
  });

  it('comes when the browser closes', async () => {
    await browser().relaunch();
    desk = await browser().openPage('desk.html');
    await expectLocked(desk);
    // That a page has looked at the store since the start may stand there by now, and nothing else.
    const { looked: _, ...memory } = await desk.eval<Record<string, unknown>>(SESSION_MEMORY);
    expect(memory).toEqual({});
    await unlock(desk);
  });

  it('comes by the browser command', async () => {
    await browser().runCommand('lock-now');
    await expectLocked(desk);
    await unlock(desk);
  });
});

inBothBrowsers('The curtain', browser => {
  let desk: PageSurface;
  let panel: Surface;

  it('falls everywhere, and its title tells nothing', async () => {
    ({ desk } = await createVault(browser()));
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await startSession(panel, 'K-17');
    const other = await browser().openPage('panel.html');
    await other.wait('button', 'End session');
    for (let round = 0; round < 2; round += 1) {
      await panel.click('button', 'Hide');
      for (const surface of [panel, desk, other]) await surface.wait('button', 'Show');
      for (const surface of [panel, desk, other]) {
        expect(await surface.text()).not.toContain('K-17');
        expect(await surface.eval('document.title')).toBe('Sidelight');
      }
      await panel.click('button', 'Show');
      for (const surface of [panel, desk, other]) await surface.waitGone('button', 'Show');
    }
    await other.close();
  });

  it('falls by the browser command, and a second press does not lift it', async () => {
    for (let press = 0; press < 2; press += 1) {
      await browser().runCommand('curtain');
      for (const surface of [panel, desk]) await surface.wait('button', 'Show');
    }
    await panel.click('button', 'Show');
    await desk.waitGone('button', 'Show');
  });

  it('falls by itself over a desk that is left, when the therapist wants that, and over that tab alone', async () => {
    await desk.click('link', 'Settings');
    await browser().openCall('data:text/html,<h1>A call</h1>');
    expect(await desk.has('button', 'Show')).toBe(false);

    await desk.click('checkbox', 'Hide the desk when I leave its tab');
    await desk.until(`document.querySelector('input[type=checkbox]').checked`, 'the choice to be saved');
    await browser().openCall('data:text/html,<h1>A call</h1>');
    await desk.wait('button', 'Show');
    expect(await panel.has('button', 'Show')).toBe(false);
    await desk.click('button', 'Show');
    await desk.wait('heading', 'Settings');
  });

  it('hears no messages, from wherever they come', async () => {
    for (const surface of [desk, panel]) {
      const answer = await surface.eval<string>(
        `(globalThis.browser ?? chrome).runtime.sendMessage({ do: 'unlock' }).then(() => 'heard', error => error.message)`,
      );
      expect(answer).toContain('Receiving end does not exist');
    }
    expect(await browser().inCall('typeof globalThis.chrome?.runtime?.sendMessage')).toBe('undefined');
  });
});
