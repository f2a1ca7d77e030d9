import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NO_CLIENT_SETTING } from '../../src/store/preferences';
import { inBothBrowsersWith } from './both-browsers';
import { createVault } from './steps';

/** A copy whose panel cannot read whether a client code is wanted, as when the browser's storage does not answer. */
function copyThatCannotRead(built: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-unread-'));
  cpSync(built, folder, { recursive: true });
  const page = readFileSync(join(folder, 'panel.html'), 'utf8');
  writeFileSync(
    join(folder, 'panel.html'),
    page.replace('<head>', '<head><script src="/unread.js"></script>'),
  );
  writeFileSync(
    join(folder, 'unread.js'),
    `const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (key === ${JSON.stringify(NO_CLIENT_SETTING.name)}) {
        globalThis.wasRefused = true;
        throw new DOMException('no', 'UnknownError');
      }
      return get.call(this, key);
    };`,
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

inBothBrowsersWith(copyThatCannotRead, 'A panel that cannot read whether codes are wanted', browser => {
  it('holds back the code and the note, and nothing else', async () => {
    await createVault(browser());
    const panel = await browser().openPage('panel.html');
    await panel.wait('heading', 'Before the session');
    await panel.until('globalThis.wasRefused === true', 'the read to be refused');
    expect(await panel.has('textbox', 'Client code')).toBe(false);
    expect(await panel.has('combobox', 'Planned length')).toBe(true);
    await panel.click('button', 'Start session');
    await panel.wait('radiogroup', 'Phase');
    expect(await panel.has('textbox', 'Note')).toBe(false);
    expect(await panel.has('button', 'End session')).toBe(true);
  });
});
