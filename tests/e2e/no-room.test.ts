import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { demoEvents } from '../../src/app/demo-sessions';
import { inBothBrowsers } from './both-browsers';
import { canPutSmallDisk, putSmallDisk } from './full-disk';
import type { PageSurface } from './rig/surface';

const NOTES = Array.from({ length: 12 }, (_, number) =>
  demoEvents({ seed: 1, count: 12, clients: 3, today: '2026-03-04' }, number),
).flatMap(log => log.flatMap(event => (event.type === 'note-written' ? [event.text] : [])));
const TOLD = '12 sessions are in the file. Your browser saves it to your downloads.';
const NOT_SAVED = /The file was not saved. Nothing was changed/;

inBothBrowsers('An export that finds no room', browser => {
  let desk: PageSurface;
  const section = () => desk.within('region', 'Export a period');
  const files = () => (existsSync(browser().downloads) ? readdirSync(browser().downloads) : []);

  async function exportPlainly(): Promise<void> {
    await section().click('button', 'Export');
    await section().click('button', 'Save unsealed file');
  }

  /** Waits for a file that was not there before, and looks whether everything is in it. */
  async function isWhole(before: readonly string[]): Promise<void> {
    const others = before.map(name => `(?!${name})`).join('');
    const file = await browser().saved(
      new RegExp(`^${others}sidelight-export-[0-9a-f]{8}(\\(1\\)| \\(1\\))?\\.json$`),
    );
    const { sessions } = JSON.parse(readFileSync(file, 'utf8'));
    const notes = sessions.map((one: { told: { note: { text: string } } }) => one.told.note.text);
    expect(new Set(notes)).toEqual(new Set(NOTES));
  }

  beforeAll(async () => {
    desk = await browser().openPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.click('link', 'Settings');
    await desk.wait('region', 'Export a period');
    await section().click('radio', 'Data for other programs (JSON)');
    await section().click('radio', 'Not sealed: anybody who finds it can read it');
    await desk.eval(`(() => {
      const [from] = document.querySelectorAll('input[type=date]');
      from.value = '2020-01-01';
      from.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
  });

  it.skipIf(!canPutSmallDisk)(
    'on the disk leaves nothing half there, and is saved again once there is',
    async () => {
      const takeAway = putSmallDisk(browser().downloads, 16_384);
      try {
        await exportPlainly();
        await desk.wait('status', TOLD);
        expect(await desk.text()).toContain(
          'delete what it may have begun, make room on the disk and save it again',
        );
        // The browser tries in its own time.
        await pause(3_000);
        // Chromium keeps what it has begun, under a name of its own, until its list of downloads is cleared.
        const begun = browser().name === 'chromium' ? /\.crdownload$/ : /^$/;
        const others = files().filter(name => !begun.test(name));
        expect(others.filter(name => !name.endsWith('.json'))).toEqual([]);
        for (const name of others) {
          expect(readFileSync(`${browser().downloads}/${name}`, 'utf8').length, name).toBe(0);
        }
      } finally {
        takeAway();
      }
      await section().click('button', 'Save again');
      await isWhole([]);
      await desk.wait('status', TOLD);
    },
  );

  it('in the browser says so and keeps what was chosen; the same file is saved once there is', async () => {
    const before = files();
    await desk.eval(`(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = () => { throw new DOMException('No room.', 'QuotaExceededError'); };
      globalThis.relent = () => { URL.createObjectURL = createObjectURL; };
    })()`);
    await exportPlainly();
    await desk.wait('alert', NOT_SAVED);
    expect(await desk.text()).not.toContain(TOLD);
    expect(files()).toEqual(before);
    await desk.eval('globalThis.relent(), true');
    await section().click('button', 'Save again');
    await desk.waitGone('alert', NOT_SAVED);
    await isWhole(before);
    expect((await section().state('radio', 'Data for other programs (JSON)')).checked).toBe(true);
  });

  it('to keep the file until it is saved says so, offers no half of it, and can be tried again', async () => {
    await desk.eval(`(() => {
      const { arrayBuffer } = Blob.prototype;
      Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('No room.', 'NotReadableError'));
      globalThis.relent = () => { Blob.prototype.arrayBuffer = arrayBuffer; };
    })()`);
    const before = files();
    await exportPlainly();
    await desk.wait('alert', NOT_SAVED);
    expect(await desk.has('button', 'Save again')).toBe(false);
    expect(files()).toEqual(before);
    await desk.eval('globalThis.relent(), true');
    await exportPlainly();
    await desk.wait('status', TOLD);
    await isWhole(before);
    expect(await desk.axe()).toEqual([]);
  });
});
