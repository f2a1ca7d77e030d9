import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { filesWith } from './disk';
import type { PageSurface, Surface } from './rig/surface';
import { PASSPHRASE, unlock } from './steps';

const SECOND = 'five slow herons at dusk';
const THIRD = 'six dry reeds in the wind';

/** What a reader of codes makes of the picture on the page. */
async function readCode(page: Surface): Promise<string | undefined> {
  await page.until(`document.querySelector('svg.qr path')`, 'the code to be drawn');
  const { size, path } = await page.eval<{ size: number; path: string }>(`(() => {
    const code = document.querySelector('svg.qr');
    return { size: code.viewBox.baseVal.width, path: code.querySelector('path').getAttribute('d') };
  })()`);
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < scale; column += 1) {
        const at = ((Number(y) * scale + row) * side + Number(x) * scale + column) * 4;
        pixels.fill(0, at, at + 3);
      }
  return jsQR(pixels, side, side)?.data;
}

async function slotOf(page: Surface): Promise<{ salt: string; wrapped: string }> {
  return page.eval(`new Promise((resolve, reject) => {
    const request = indexedDB.open('sidelight');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const get = request.result.transaction('keyring').objectStore('keyring').get('keyring');
      get.onsuccess = () => {
        request.result.close();
        const { argon2id, wrapped } = get.result.keyring.slots.find(slot => slot.kind === 'passphrase');
        resolve({ salt: argon2id.salt, wrapped });
      };
    };
  })`);
}

/** Runs in the page. */
const isSweepDue = `new Promise((resolve, reject) => {
  const request = indexedDB.open('sidelight');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    request.result.transaction('keyring').objectStore('keyring').get('keyring').onsuccess = ({ target }) => {
      request.result.close();
      resolve(target.result.sweep.startsWith('due:'));
    };
  };
})`;

async function isRefused(page: Surface, words: string): Promise<void> {
  await page.wait('alert', words, 20_000);
}

inBothBrowsers('The two secrets', browser => {
  let desk: PageSurface;
  let key: string;
  let renewed: string;

  it('begin with a recovery key that can be printed and scanned', async () => {
    desk = await browser().openPage('desk.html');
    await desk.fill('textbox', 'Passphrase', PASSPHRASE);
    await desk.fill('textbox', 'Repeat passphrase', PASSPHRASE);
    await desk.click('button', 'Create vault');
    await desk.wait('any', 'Recovery key', 30_000);
    key = (await desk.state('any', 'Recovery key')).text;
    expect(key).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
    expect(await readCode(desk)).toBe(key);
    expect(await desk.has('img', 'The recovery key as a QR code')).toBe(true);
    expect(await desk.axe()).toEqual([]);
    await desk.eval(`(() => { window.printed = 0; window.print = () => { window.printed += 1; }; })()`);
    await desk.click('button', 'Print');
    expect(await desk.eval('window.printed')).toBe(1);
    expect((await desk.state('button', 'Continue')).disabled).toBe(true);
    await desk.click('checkbox', 'I have stored the recovery key');
    await desk.click('button', 'Continue');
    await desk.wait('heading', 'Sessions');
    expect(await desk.eval('document.documentElement.outerHTML')).not.toContain(key);
  });

  it('name the character of a recovery key that was mistyped', async () => {
    await desk.click('button', 'Lock now');
    await desk.click('button', 'Use recovery key');
    expect((await desk.state('textbox', 'Recovery key')).focused).toBe(true);
    const attempt = async (typed: string, words: string | RegExp) => {
      await desk.fill('textbox', 'Recovery key', typed);
      await desk.click('button', 'Unlock');
      await desk.wait('alert', words);
    };
    // No bech32 text holds a b; lower case and spaces are forgiven, and spaces are not counted.
    const spaced = `${key.slice(0, 20)}b${key.slice(21)}`.toLowerCase().replace(/(.{8})/g, '$1 ');
    await attempt(
      spaced,
      'Character 21, “b”, cannot be in a recovery key. Please compare it with your sheet.',
    );
    expect(
      await desk.eval(`getSelection().toString() || document.activeElement.value.slice(
      document.activeElement.selectionStart, document.activeElement.selectionEnd)`),
    ).toBe('b');
    expect(await desk.axe()).toEqual([]);
    const other = key[40] === 'Q' ? 'P' : 'Q';
    await attempt(
      `${key.slice(0, 40)}${other}${key.slice(41)}`,
      new RegExp(`^Character 41, “${other}”, does not fit`),
    );
    await attempt(key.slice(0, 70), /has 74 characters; this has 70/);
    await attempt('my dog’s name', /begins with AGE-SECRET-KEY-1/);
    await attempt(
      'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX',
      'That recovery key does not open Sidelight.',
    );
  });

  it('open with the recovery key, which asks for a new passphrase; the old one is void', async () => {
    await desk.fill('textbox', 'Recovery key', key);
    await desk.click('button', 'Unlock');
    await desk.wait('textbox', 'Repeat passphrase', 20_000);
    // What had the focus is gone; the first field of what came has it.
    expect((await desk.state('textbox', 'Passphrase')).focused).toBe(true);
    await desk.fill('textbox', 'Passphrase', SECOND);
    await desk.fill('textbox', 'Repeat passphrase', SECOND);
    await desk.click('button', 'Save and unlock');
    await desk.wait('link', 'Settings', 20_000);
    await desk.click('button', 'Lock now');
    await desk.fill('textbox', 'Passphrase', PASSPHRASE);
    await desk.click('button', 'Unlock');
    await isRefused(desk, 'That passphrase does not open Sidelight.');
    await unlock(desk, SECOND);
  });

  it('let the passphrase be changed by whoever knows it, and keep nothing of the old one on the disk', async () => {
    const old = await slotOf(desk);
    await desk.click('link', 'Settings');
    await desk.click('button', 'Change passphrase');
    await desk.fill('textbox', 'Current passphrase', 'not this one at all');
    await desk.fill('textbox', 'Passphrase', THIRD);
    await desk.fill('textbox', 'Repeat passphrase', THIRD);
    await desk.click('button', 'Change passphrase');
    await isRefused(desk, 'That is not the current passphrase. Nothing was changed.');
    expect(await slotOf(desk)).toEqual(old);
    expect(await desk.axe()).toEqual([]);

    await desk.fill('textbox', 'Current passphrase', SECOND);
    await desk.click('button', 'Change passphrase');
    await desk.wait('status', /^The passphrase is changed/, 30_000);
    expect((await desk.state('heading', 'Passphrase and recovery key')).focused).toBe(true);
    const renewed = await slotOf(desk);
    expect(renewed.salt).not.toBe(old.salt);
    const database = browser().name === 'chromium' ? /IndexedDB/ : /[/\\]idb[/\\]/;
    const find = (text: string) => filesWith(text, browser().profile, database);
    expect(find(renewed.salt)).not.toEqual([]);
    // The browser tidies its files in its own time.
    await expect.poll(() => [...find(old.salt), ...find(old.wrapped)], { timeout: 60_000 }).toEqual([]);

    await desk.click('button', 'Lock now');
    await desk.fill('textbox', 'Passphrase', SECOND);
    await desk.click('button', 'Unlock');
    await isRefused(desk, 'That passphrase does not open Sidelight.');
    await unlock(desk, THIRD);
  });

  it('let the recovery key be replaced; only Continue puts the new one in force', async () => {
    await desk.click('link', 'Settings');
    const ask = async (passphrase: string) => {
      await desk.fill('textbox', 'Passphrase', passphrase);
      await desk.click('button', 'Continue');
    };
    await desk.click('button', 'New recovery key');
    await ask(SECOND);
    await isRefused(desk, 'That is not the current passphrase. Nothing was changed.');
    await ask(THIRD);
    await desk.wait('any', 'Recovery key', 30_000);
    const dropped = (await desk.state('any', 'Recovery key')).text;
    expect(await readCode(desk)).toBe(dropped);
    expect(await desk.axe()).toEqual([]);
    await desk.click('button', 'Cancel');

    await desk.click('button', 'New recovery key');
    await ask(THIRD);
    await desk.wait('any', 'Recovery key', 30_000);
    renewed = (await desk.state('any', 'Recovery key')).text;
    expect(new Set([key, dropped, renewed]).size).toBe(3);
    await desk.click('checkbox', 'I have stored the recovery key');
    await desk.click('button', 'Continue');
    await desk.wait('status', /^The new recovery key works/, 20_000);

    await desk.click('button', 'Lock now');
    await desk.click('button', 'Use recovery key');
    for (const old of [key, dropped]) {
      await desk.fill('textbox', 'Recovery key', old);
      await desk.click('button', 'Unlock');
      await isRefused(desk, 'That recovery key does not open Sidelight.');
      await desk.fill('textbox', 'Recovery key', '');
    }
    await desk.fill('textbox', 'Recovery key', renewed);
    await desk.click('button', 'Unlock');
    await desk.wait('textbox', 'Repeat passphrase', 20_000);
  });

  it('leave no old slot on the disk even when the browser dies before it is swept away', async () => {
    await desk.fill('textbox', 'Passphrase', SECOND);
    await desk.fill('textbox', 'Repeat passphrase', SECOND);
    await desk.click('button', 'Save and unlock');
    await desk.wait('link', 'Settings', 20_000);
    const old = await slotOf(desk);
    // Sweeps wait for their turn, which never comes.
    const other = await browser().openPage('desk.html', '#/help');
    await other.wait('link', 'Settings');
    await other.eval(`void navigator.locks.request('sidelight sweep', () => new Promise(() => {}))`);
    await desk.click('link', 'Settings');
    await desk.click('button', 'Change passphrase');
    await desk.fill('textbox', 'Current passphrase', SECOND);
    await desk.fill('textbox', 'Passphrase', THIRD);
    await desk.fill('textbox', 'Repeat passphrase', THIRD);
    await desk.click('button', 'Change passphrase');
    await expect.poll(async () => (await slotOf(other)).salt, { timeout: 20_000 }).not.toBe(old.salt);
    await browser().kill();
    const find = (text: string) => filesWith(text, browser().profile, /IndexedDB/);
    if (browser().name === 'chromium') expect(find(old.wrapped)).not.toEqual([]);

    await browser().relaunch();
    desk = await browser().openPage('desk.html');
    await desk.wait('button', 'Unlock');
    // Firefox writes over replaced bytes in its own time, and no page can hurry it.
    if (browser().name === 'chromium')
      await expect.poll(() => [...find(old.salt), ...find(old.wrapped)], { timeout: 60_000 }).toEqual([]);
    await expect.poll(() => desk.eval<boolean>(isSweepDue), { timeout: 20_000 }).toBe(false);
    await unlock(desk, THIRD);
  }, 150_000);
});
