import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './rig/chromium';
import type { Browser } from './rig/surface';
import { createVault, startSession, unlock, writeNote } from './steps';

const NOTE = 'kept through a torn log';
/** The beginning of a record that says it is this long, and holds less: a checksum, the length, “first of several”. */
const LENGTH = 600;
const HALF_RECORD = Buffer.concat([
  Buffer.from([1, 2, 3, 4, LENGTH & 0xff, LENGTH >> 8, 2]),
  Buffer.alloc(LENGTH / 2, 0x2e),
]);

describe('A crash in the middle of a large write, in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  /** What such a crash leaves at the end of the browser’s log. */
  function tearLog(): void {
    const database = readdirSync(browser.profile, { recursive: true, encoding: 'utf8' }).filter(path =>
      /chrome-extension_[^/]*\.leveldb[/\\]\d+\.log$/.test(path),
    );
    expect(database).toHaveLength(1);
    appendFileSync(join(browser.profile, database[0] as string), HALF_RECORD);
  }

  it('costs nothing of the vault, neither at the next start nor at the one after', async () => {
    await createVault(browser);
    const panel = await browser.openPage('panel.html');
    await startSession(panel, 'K-17');
    await writeNote(panel, NOTE);
    await browser.kill();
    for (let start = 1; start <= 3; start += 1) {
      tearLog();
      await browser.relaunch();
      const desk = await browser.openPage('desk.html');
      await unlock(desk);
      const again = await browser.openPage('panel.html');
      await again.wait('textbox', 'Note');
      expect((await again.state('textbox', 'Note')).value, `start ${start}`).toContain(NOTE);
      await writeNote(again, `${NOTE}, start ${start}`);
      await pause(300);
      await browser.kill();
    }
    await browser.relaunch();
  });
});
