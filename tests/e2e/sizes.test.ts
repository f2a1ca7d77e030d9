import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface } from './rig/surface';
import { tooSmall } from './rig/too-small';
import { createVault, startSession } from './steps';

const WIDTHS = [280, 320, 400, 480];

inBothBrowsers('What is used in a call is large enough:', browser => {
  let panel: PageSurface;
  let strip: PageSurface;

  const expectLarge = async (what: string) => {
    for (const width of WIDTHS) {
      await panel.resize(width, 800);
      expect([what, width, await panel.eval(tooSmall(44, 15))]).toEqual([what, width, []]);
      expect(await panel.eval('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  };

  it('every control of the panel in a session', async () => {
    await createVault(browser());
    panel = await browser().openPage('panel.html');
    await startSession(panel, 'a client code that is rather long, as some are');
    await expectLarge('at first');
    await panel.click('radio', 'Working');
    await panel.wait('checkbox', 'Check in on tenseness');
    await panel.click('checkbox', 'Reflect feeling before fixing');
    await panel.click('button', 'Missed Check in on tenseness');
    await panel.click('button', 'About Check in on tenseness');
    for (const key of ['s', 't']) await panel.press(key);
    await panel.wait('button', /for Tenseness/);
    await panel.click('button', /for Tenseness/);
    await panel.click('button', 'Follow-up');
    await panel.fill('textbox', 'Promise', 'Send the leaflet');
    await panel.click('button', 'Save promise');
    await panel.click('button', '2 open');
    await panel.click('button', 'Follow-up');
    await panel.wait('textbox', 'Promise');
    await panel.click('button', 'Pause');
    await panel.wait('button', 'Resume');
    await expectLarge('with everything open');
    await panel.click('button', 'All 36 behaviours');
    await panel.fill('searchbox', 'Find a behaviour', 'no such words');
    await expectLarge('nothing found');
    await panel.fill('searchbox', 'Find a behaviour', '');
    await expectLarge('all 36');
    await panel.eval('void document.activeElement.blur()');
    await panel.press('?');
    await panel.wait('dialog', 'Keys');
    await expectLarge('the sheet of keys');
    await panel.press('Escape');
    await panel.click('button', 'Hide');
    await panel.wait('button', 'Show');
    await expectLarge('the curtain');
    await panel.click('button', 'Show');
  });

  it('every control of the strip, with no scroll, whatever is marked', async () => {
    strip = await browser().openPage('strip.html');
    await strip.wait('group', 'Moments');
    await strip.resize(640, 110);
    const expectWhole = async (what: string) => {
      expect([what, await strip.eval(tooSmall(44, 15))]).toEqual([what, []]);
      const over = await strip.eval<string[]>(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const cut = [...document.querySelectorAll('.strip-choice, .strip button, .strip-clock')].filter(
          one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
        );
        const page = scrollWidth > innerWidth || scrollHeight > innerHeight;
        return [
          ...(page ? [`the page is ${scrollWidth} × ${scrollHeight}`] : []),
          ...cut.map(one => one.textContent ?? ''),
        ];
      });
      expect([what, over]).toEqual([what, []]);
    };
    for (const [phase, length] of [
      ['Opening', 3],
      ['Working', 4],
      ['Closing', 2],
    ] as const) {
      await panel.click('radio', phase);
      await strip.until(`document.querySelectorAll('.strip-choice').length === ${length}`, phase);
      await expectWhole(phase);
    }
    await panel.click('radio', 'Working');
    await strip.until(`document.querySelectorAll('.strip-choice').length === 4`, 'the list');
    // One of them was ticked in the panel before.
    for (const digit of [3, 4, 6]) await strip.press(`${digit}`);
    await strip.until(`document.querySelectorAll('[data-mark=ticked]').length === 4`, 'four ticked');
    await expectWhole('all ticked');
    for (const digit of [3, 4, 5, 6]) await strip.press(`Shift+${digit}`);
    await strip.until(`document.querySelectorAll('[data-mark=missed]').length === 4`, 'four missed');
    await expectWhole('all missed');
    await strip.click('button', 'Hide');
    await strip.wait('button', 'Show');
    await expectWhole('hidden');
    await strip.click('button', 'Show');
    await strip.eval(
      `void ('documentPictureInPicture' in globalThis && (documentPictureInPicture.requestWindow = () => Promise.reject(new Error('No.'))))`,
    );
    await strip.click('button', 'Keep on top');
    await strip.wait('button', 'Understood');
    await expectWhole('with something to say');
    await strip.click('button', 'Understood');
    await strip.press('?');
    await strip.wait('dialog', 'Keys');
    expect(await strip.eval(tooSmall(44, 15))).toEqual([]);
    expect(
      await strip.eval(
        `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('dialog'))`,
      ),
    ).toBeLessThanOrEqual(0);
  });

  it('is not said of what is too small', async () => {
    await strip.press('Escape');
    await strip.eval(
      `void (document.querySelector('.strip-moments button').style.cssText = 'min-height:0;height:30px;font-size:14px')`,
    );
    expect(await strip.eval<string[]>(tooSmall(44, 15))).toHaveLength(2);
  });
});
