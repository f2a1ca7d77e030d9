import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface, Surface } from './rig/surface';
import { createVault, isTicked, PASSPHRASE, startSession, unlock } from './steps';

const CLIENT = 'Heron-17';
const PICTURES = process.env.SIDELIGHT_PICTURES;

const WHEN_FLOATING = 'documentPictureInPicture.window?.document';

inBothBrowsers('The strip near the camera', browser => {
  let panel: Surface;
  let strip: PageSurface;
  let desk: PageSurface;

  const picture = async (name: string) => {
    if (PICTURES) await strip.picture(join(PICTURES, `strip-${browser().name}-${name}.png`));
  };
  const scrolls = () =>
    strip.eval<number[]>(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth - innerWidth, scrollHeight - innerHeight];
    });

  it('opens from the panel in a window of its own, with what the phase asks for and nothing of the client', async () => {
    ({ desk } = await createVault(browser()));
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await startSession(panel, CLIENT);
    await panel.click('button', 'Open strip');
    strip = await browser().expectPage('strip.html');
    await strip.wait('group', 'Moments');
    await panel.wait('status', /just under your camera/);
    await panel.click('button', 'Understood');
    await panel.waitGone('status', /just under your camera/);

    for (const label of [
      'Say how today will work',
      'Confirm privacy and place',
      'Confirm the boundaries we use',
    ])
      expect(await strip.has('checkbox', label)).toBe(true);
    expect(await strip.count('checkbox', /./)).toBe(3);
    expect(await strip.within('group', 'Moments').count('button', /./)).toBe(6);
    expect(await strip.count('textbox', /.*/)).toBe(0);
    const text = await strip.text();
    expect(text).toContain('50 min left');
    expect(text).not.toContain(CLIENT);
  });

  it('keeps in step with the panel, both ways, within a second', async () => {
    await strip.click('checkbox', 'Say how today will work');
    await isTicked(panel, 'Say how today will work', true, 1_000);
    await panel.click('checkbox', 'Confirm privacy and place');
    await isTicked(strip, 'Confirm privacy and place', true, 1_000);
    await strip.click('button', 'Strain');
    await panel.until(
      `document.querySelectorAll('.marked li').length === 1`,
      'the moment in the panel',
      1_000,
    );
    await strip.press('1');
    await isTicked(panel, 'Say how today will work', false, 1_000);
    await strip.press('u');
    await isTicked(panel, 'Say how today will work', true, 1_000);
  });

  it('is one only: a second opening brings it to the front', async () => {
    await panel.click('button', 'Open strip');
    await new Promise(resolve => setTimeout(resolve, 500));
    const count = await desk.eval<number>(
      `(globalThis.browser ?? chrome).tabs.query({ url: location.origin + '/strip.html*' }).then(tabs => tabs.length)`,
    );
    expect(count).toBe(1);
  });

  it('lists its keys', async () => {
    await strip.press('?');
    await strip.wait('dialog', 'Keys');
    await strip.press('t');
    await strip.click('button', 'Close');
    await strip.waitGone('dialog', 'Keys');
    // What was pressed while the sheet was open did nothing behind it.
    expect(await panel.eval(`document.querySelectorAll('.marked li').length`)).toBe(1);
  });

  it('goes on top, where it works as before, and comes back when that window is closed', async () => {
    await strip.click('button', 'Keep on top');
    if (!(await strip.eval(`'documentPictureInPicture' in globalThis`))) {
      await strip.wait('status', /cannot keep it on top/);
      await strip.click('button', 'Understood');
      return;
    }
    await strip.until(
      `${WHEN_FLOATING}?.querySelector('[aria-label="Moments"]') != null`,
      'the floating strip',
    );
    expect(await strip.has('checkbox', /./)).toBe(false);
    expect(
      await strip.eval(
        `${WHEN_FLOATING}.defaultView.getComputedStyle(${WHEN_FLOATING}.querySelector('.strip')).display`,
      ),
    ).toBe('grid');
    await strip.eval(`${WHEN_FLOATING}.querySelectorAll('input')[2].click()`);
    await isTicked(panel, 'Confirm the boundaries we use', true, 1_000);
    await panel.click('checkbox', 'Confirm the boundaries we use');
    await strip.until(
      `${WHEN_FLOATING}.querySelectorAll('input')[2].checked === false`,
      'the tick to go',
      2_000,
    );
    const press = (key: string) =>
      strip.eval(
        `${WHEN_FLOATING}.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: 'Key${key.toUpperCase()}' }))`,
      );
    await press('b');
    await panel.until(
      `document.querySelectorAll('.marked li').length === 2`,
      'the moment in the panel',
      2_000,
    );
    await press('u');
    await panel.until(`document.querySelectorAll('.marked li').length === 1`, 'the moment to go', 2_000);
    await strip.eval('documentPictureInPicture.window.close()');
    await strip.wait('group', 'Moments');
    await strip.click('checkbox', 'Confirm the boundaries we use');
    await isTicked(panel, 'Confirm the boundaries we use', true, 1_000);
  });

  it('says kindly when the browser gives no such window', async () => {
    if (!(await strip.eval(`'documentPictureInPicture' in globalThis`))) return;
    await strip.eval(
      `(documentPictureInPicture.requestWindow = () => Promise.reject(new Error('One is open.'))) && true`,
    );
    await strip.click('button', 'Keep on top');
    await strip.wait('status', /Not now/);
    await strip.click('button', 'Understood');
    await strip.waitGone('status', /Not now/);
    await strip.eval('delete documentPictureInPicture.requestWindow');
  });

  it('has no scroll and nothing small at 640 × 110, and axe finds nothing', async () => {
    await strip.resize(640, 110);
    for (const phase of ['Opening', 'Closing', 'Working']) {
      await panel.click('radio', phase);
      await strip.until(
        `document.querySelectorAll('.strip-choice').length === ${{ Opening: 3, Working: 4, Closing: 2 }[phase]}`,
        `the list of ${phase}`,
      );
      await picture(phase.toLowerCase());
      expect(await scrolls()).toEqual([0, 0]);
      const small = await strip.eval<string[]>(() => {
        const targets = [...document.querySelectorAll('.strip button, .strip-choice')].filter(
          element =>
            element.getBoundingClientRect().height < 44 || element.getBoundingClientRect().width < 44,
        );
        const texts = [...document.querySelectorAll('.strip *')].filter(
          element => parseFloat(getComputedStyle(element).fontSize) < 15,
        );
        const cut = [...document.querySelectorAll('.strip-choice, .strip button')].filter(
          element =>
            element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
        );
        return [...targets, ...texts, ...cut].map(element => element.textContent ?? '');
      });
      expect(small).toEqual([]);
    }
    expect(await strip.axe()).toEqual([]);
  });

  it('shows nothing while hidden or locked, and comes back with the vault', async () => {
    await strip.click('button', 'Hide');
    await strip.wait('button', 'Show');
    await panel.wait('button', 'Show');
    await picture('hidden');
    await strip.click('button', 'Show');
    // From its floating window too: that window goes with everything in it.
    await strip.click('button', 'Keep on top');
    if (await strip.eval(`'documentPictureInPicture' in globalThis`))
      await strip.until(`${WHEN_FLOATING}?.querySelector('.strip') != null`, 'the floating strip');
    await browser().runCommand('lock-now');
    await strip.until(`document.body.innerText.includes('Locked')`, 'the neutral line');
    await picture('locked');
    expect(await strip.count('checkbox', /./)).toBe(0);
    expect(await strip.count('button', /./)).toBe(0);
    expect(
      await strip.eval(`globalThis.documentPictureInPicture?.window?.document.body.innerText ?? ''`),
    ).toBe('');
    expect(await strip.text()).not.toContain(CLIENT);
    expect(await strip.axe()).toEqual([]);
    await unlock(panel, PASSPHRASE);
    await strip.wait('group', 'Moments');
  });

  it('is missed in words where the browser opens no window', async () => {
    await strip.close();
    await panel.eval(
      `Object.assign((globalThis.browser ?? chrome).windows, { create: () => Promise.reject(new Error('No.')) }) && true`,
    );
    await panel.click('button', 'Open strip');
    await panel.wait('alert', /did not open the strip/);
    strip = await browser().openPage('strip.html');
    await strip.wait('group', 'Moments');
  });

  it('says quietly when there is no session', async () => {
    await panel.click('button', 'End session');
    await strip.until(`document.body.innerText.includes('No session right now')`, 'the quiet line');
    await picture('no-session');
  });
});
