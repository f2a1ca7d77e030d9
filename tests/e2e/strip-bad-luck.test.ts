import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PracticeCall, servePracticeCall } from '../practice-call/server';
import { inBothBrowsers } from './both-browsers';
import { letPass } from './rig/quiet-watch';
import type { PageSurface, Surface } from './rig/surface';
import { createVault, isTicked, startSession, unlock } from './steps';

const API = '(globalThis.browser ?? chrome)';
const FLOATING = 'documentPictureInPicture.window?.document';
const STRIP_TAB = `${API}.tabs.query({ url: location.origin + '/strip.html*' }).then(([tab]) => tab)`;

inBothBrowsers('The strip when luck is bad', browser => {
  let call: PracticeCall;
  let desk: PageSurface;
  let panel: Surface;
  let strip: PageSurface;

  beforeAll(async () => {
    call = await servePracticeCall();
  });
  afterAll(() => call?.close());

  const canFloat = () => strip.eval<boolean>(`'documentPictureInPicture' in globalThis`);
  const openStrip = async () => {
    await panel.click('button', 'Open strip');
    strip = await browser().expectPage('strip.html');
    await strip.wait('group', 'Moments');
  };
  const float = async () => {
    await strip.click('button', 'Keep on top');
    await strip.until(`${FLOATING}?.querySelector('.strip-list') != null`, 'the floating strip');
  };
  const setStripWindow = (change: string) =>
    desk.eval(`${STRIP_TAB}.then(tab => ${API}.windows.update(tab.windowId, ${change})).then(() => true)`);

  it('floats, ticks and keeps its minutes while its opener is minimised', async ({ skip }) => {
    ({ desk } = await createVault(browser()));
    await browser().openCall(call.url);
    panel = await browser().openPanel();
    await startSession(panel, 'Heron');
    await openStrip();
    await panel.click('button', 'Understood');
    if (!(await canFloat())) return skip();
    await float();
    expect(
      await strip.eval(
        `(({ innerWidth, innerHeight, document: { documentElement: { scrollWidth, scrollHeight } } }) =>
          [innerWidth >= 640, scrollWidth <= innerWidth, scrollHeight <= innerHeight])(documentPictureInPicture.window)`,
      ),
    ).toEqual([true, true, true]);
    await setStripWindow(`{ state: 'minimized' }`);
    await desk.until(
      `${STRIP_TAB}.then(tab => ${API}.windows.get(tab.windowId)).then(({ state }) => state === 'minimized')`,
      'the opener to be minimised',
    );
    // Without a screen Firefox goes on to draw it.
    if (browser().name === 'chromium')
      await strip.until(`document.visibilityState === 'hidden'`, 'the opener to be out of sight');
    // By then a browser lets the timers of a page out of sight run once a minute.
    await pause(15_000);

    const first = `${FLOATING}.querySelectorAll('input')[0]`;
    await strip.eval(`${first}.click()`);
    await isTicked(panel, 'Say how today will work', true, 1_000);
    await panel.click('checkbox', 'Say how today will work');
    await strip.until(`${first}.checked === false`, 'the tick to go', 1_000);
    await letPass(strip, 5);
    await strip.until(`${FLOATING}.body.innerText.includes('45 min left')`, 'the minutes to go on', 2_500);
  });

  it('comes back whole from there', async ({ skip }) => {
    if (!(await canFloat())) return skip();
    await setStripWindow(`{ state: 'normal' }`);
    await strip.eval('documentPictureInPicture.window.close()');
    await strip.wait('group', 'Moments');
    await strip.click('checkbox', 'Confirm privacy and place');
    await isTicked(panel, 'Confirm privacy and place', true, 1_000);
  });

  it('floats on beside the call’s own picture-in-picture, or comes back to its window, and is not lost', async ({
    skip,
  }) => {
    if (!(await canFloat())) return skip();
    await float();
    await browser().inCall(
      `documentPictureInPicture.requestWindow().then(floating => void (globalThis.own = floating))`,
    );
    // Chromium has one such window for all and closes ours; Firefox has one for each page.
    if (browser().name === 'chromium') await strip.until(`!${FLOATING}`, 'the floating strip to be closed');
    await pause(300);
    await strip.eval(`(${FLOATING} ?? document).querySelectorAll('.strip-choice input')[1].click()`);
    await isTicked(panel, 'Confirm privacy and place', false, 1_000);
    await strip.eval('void globalThis.documentPictureInPicture.window?.close()');
    await strip.wait('group', 'Moments');
  });

  it('floats or says why not while the call’s own window floats', async ({ skip }) => {
    if (!(await canFloat())) return skip();
    await strip.click('button', 'Keep on top');
    const floats = `${FLOATING}?.querySelector('.strip-list') != null`;
    await strip.until(
      `${floats} || document.querySelector('[role=status]')?.innerText.includes('Not now')`,
      'the strip to float or to say why not',
    );
    if (await strip.eval(floats)) await strip.eval('documentPictureInPicture.window.close()');
    else await strip.click('button', 'Understood');
    await strip.wait('group', 'Moments');
  });

  it('closed by the system while it floats, is opened again where the session stands', async () => {
    if (await canFloat()) await float();
    await desk.eval(`${STRIP_TAB}.then(tab => ${API}.windows.remove(tab.windowId)).then(() => true)`);
    await desk.until(`${STRIP_TAB}.then(tab => tab === undefined)`, 'the strip to be gone');
    await panel.click('checkbox', 'Confirm the boundaries we use');
    await isTicked(panel, 'Confirm the boundaries we use', true);
    await openStrip();
    await isTicked(strip, 'Confirm the boundaries we use', true);
    await strip.click('checkbox', 'Confirm the boundaries we use');
    await isTicked(panel, 'Confirm the boundaries we use', false, 1_000);
  });

  it('twice, shows the same in both and doubles nothing', async () => {
    const other = await browser().openPage('strip.html');
    await other.wait('group', 'Moments');
    await other.click('checkbox', 'Say how today will work');
    await isTicked(strip, 'Say how today will work', true, 1_000);
    await strip.click('checkbox', 'Say how today will work');
    await isTicked(other, 'Say how today will work', false, 1_000);
    const mark = `document.querySelectorAll('.strip-moments button')[5].click()`;
    await Promise.all([other.eval(mark), strip.eval(mark)]);
    await panel.until(`document.querySelectorAll('.marked li').length === 2`, 'two moments');
    await pause(500);
    expect(await panel.eval(`document.querySelectorAll('.marked li').length`)).toBe(2);
    await other.close();
  });

  it('opened while locked, says so and no more, and comes with the vault', async () => {
    await strip.close();
    await browser().runCommand('lock-now');
    await panel.wait('button', 'Unlock');
    strip = await browser().openPage('strip.html');
    await strip.until(`document.body.innerText.includes('Locked')`, 'the neutral line');
    expect(await strip.count('checkbox', /./)).toBe(0);
    expect(await strip.count('button', /./)).toBe(0);
    expect(await strip.text()).not.toContain('Heron');
    await unlock(panel);
    await strip.wait('group', 'Moments');
    await strip.close();
  });

  it('opens where it was put, as large as it was made', async () => {
    await panel.eval(`(() => {
      globalThis.tried = [];
      const { windows } = ${API};
      const create = windows.create.bind(windows);
      Object.assign(windows, { create: how => { tried.push(how); return create(how); } });
    })()`);
    await openStrip();
    await setStripWindow('{ left: 130, top: 90, width: 720, height: 190 }');
    // It looks every two seconds where it lies, and remembers that.
    await pause(3_000);
    const [left, top, width, height] = await strip.eval<number[]>(
      '[screenX, screenY, outerWidth, outerHeight]',
    );
    expect([width, height]).toEqual([720, 190]);
    await strip.close();
    await panel.eval('void (tried.length = 0)');
    await openStrip();
    expect((await panel.eval<unknown[]>('tried'))[0]).toMatchObject({ left, top, width, height });
  });

  it('that lay on a screen since unplugged opens on one that is there', async () => {
    const away = 5_200;
    await strip.eval(`(() => {
      Object.defineProperty(globalThis, 'screenX', { get: () => ${away} });
      Object.defineProperty(screen, 'availLeft', { get: () => 5000 });
    })()`);
    await pause(3_000);
    await strip.close();
    await panel.eval('void (tried.length = 0)');
    await openStrip();
    expect((await panel.eval<unknown[]>('tried'))[0]).toMatchObject({ left: away });
    await strip.until(
      `screenX >= 0 && screenX + outerWidth / 2 <= screen.availWidth && screenY >= 0 && screenY < screen.availHeight`,
      'the strip to be in sight',
    );
    await isTicked(strip, 'Say how today will work', false);
  });
});
