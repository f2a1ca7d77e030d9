import { expect, it } from 'vitest';
import { auditPast, FRAME, setDay } from './audit-steps';
import { inBothBrowsers } from './both-browsers';
import { tabTo } from './keyboard';
import type { Browser, PageSurface, Surface } from './rig/surface';
import { createVault, startSession, tick, unlock } from './steps';

const WIDTHS = [320, 640, 1280];

/** Waits until this is the rating on screen. */
async function isRated(desk: Surface, behaviour: string, rating: string): Promise<void> {
  await desk.until(
    `[...document.querySelectorAll('[role=radiogroup]')].some(group =>
      document.getElementById(group.getAttribute('aria-labelledby'))?.textContent === ${JSON.stringify(behaviour)} &&
      group.querySelector('input:checked')?.parentElement.textContent.startsWith(${JSON.stringify(rating)}))`,
    `“${behaviour}” to be rated “${rating}”`,
  );
}

/** Waits until all of this can be read. */
async function reads(page: Surface, ...all: readonly string[]): Promise<void> {
  for (const words of all)
    await page.until(`document.body.innerText.includes(${JSON.stringify(words)})`, `“${words}” to be read`);
}

async function expectSound(page: PageSurface, screen: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.resize(width, 800);
    const overflow = await page.eval('document.documentElement.scrollWidth - innerWidth');
    expect(overflow, `${screen} at ${width} px is wider than its window by`).toBeLessThanOrEqual(0);
  }
  expect(await page.axe(), screen).toEqual([]);
}

async function playSession(browser: Browser): Promise<void> {
  const panel = await browser.openPage('panel.html');
  await startSession(panel, '');
  await tick(panel, FRAME);
  await panel.press('s');
  await panel.wait('button', /for Strain/);
  await panel.click('button', 'End session');
  await panel.wait('button', 'Review now');
  await panel.close();
}

inBothBrowsers('A self-audit', browser => {
  it('is made by keyboard beside the live marks, left, resumed, finished and signed off', async () => {
    await createVault(browser());
    await playSession(browser());
    const desk = await browser().openPage('desk.html', '#/latest');
    await desk.click('link', 'Self-audit');
    await desk.wait('radiogroup', FRAME);
    await reads(desk, 'Ticked at minute 0.');
    const radios = desk.within('radiogroup', FRAME);
    for (const name of ['0', '1', '2', '3', 'Not called for', "Can't tell"])
      expect(await radios.count('radio', name)).toBe(1);
    const anchor = await desk.eval(`(() => {
      const two = document.querySelectorAll('[role=radiogroup] input')[2];
      return document.getElementById(two.getAttribute('aria-describedby')).textContent;
    })()`);
    expect(anchor).toBe('Gave a plan and asked for a preference');

    // Its keys act from the first painting on.
    await desk.eval(() => new Promise<void>(done => requestAnimationFrame(() => setTimeout(done, 100))));
    // The first key leads to the first behaviour and rates nothing.
    for (const key of ['2', '2', 'n', '?']) await desk.press(key);
    await isRated(desk, FRAME, '2');
    await isRated(desk, 'Confirm privacy and place', 'Not called for');
    await isRated(desk, 'Confirm the boundaries we use', "Can't tell");
    await desk.choose(`Evidence for ${FRAME}`, 'Strain, minute 0');
    await desk.choose('Evidence for Confirm privacy and place', 'In your own words…');
    await desk.fill('textbox', 'What shows Confirm privacy and place', 'knew it from before');
    await desk.fill('textbox', 'One thing to keep', 'the first min');
    // Firefox scrolls after the caret a frame late, away from what is pressed next.
    await desk.eval(
      () => new Promise<number>(done => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    // Nothing of the last words has had the time to be saved.
    await desk.click('button', 'Lock now');
    await desk.wait('button', 'Unlock');
    await unlock(desk);
    await desk.eval(`location.hash = '#/latest'`);
    await desk.click('link', 'Self-audit');
    await isRated(desk, FRAME, '2');
    expect((await desk.state('textbox', 'One thing to keep')).value).toBe('the first min');
    expect((await desk.state('textbox', 'What shows Confirm privacy and place')).value).toBe(
      'knew it from before',
    );
    await desk.until(
      `[...document.querySelectorAll('select')].some(one => one.selectedOptions[0].text === 'Strain, minute 0')`,
      'the moment to be linked still',
    );

    await desk.click('button', 'All 36 behaviours');
    expect(await desk.count('radiogroup', /./)).toBe(36);
    await desk.within('radiogroup', 'Explain why before a new step').click('radio', '3');
    await desk.click('button', /^Leave open Confirm the boundaries/);
    await desk.waitGone('combobox', 'Evidence for Confirm the boundaries we use');
    await expectSound(desk, 'the self-audit');
    await tabTo(desk, 'button', 'Finish audit');
    await desk.press('Enter');
    await desk.wait('status', /Audit finished/);

    await desk.click('link', 'Back to the session');
    await desk.click('button', 'Sign off');
    await desk.wait('button', 'Amend');
    await desk.click('link', 'Self-audit');
    await desk.wait('status', /stays as it is/);
    expect(await desk.count('radio', /./)).toBe(0);
    await reads(desk, '2: Gave a plan and asked for a preference', 'Strain, minute 0', 'the first min');
    expect(await desk.axe()).toEqual([]);
    await desk.close();
  });

  it('of past sessions, too, makes trends from four on, each picture with a table that says the same', async () => {
    const desk = await browser().openPage('desk.html', '#/trends');
    await desk.wait('heading', 'Not enough to show yet');
    const keys = [
      '0121??n',
      '1121nnn',
      '01n2?1n',
      '21223nn',
      '1132nnn',
      '2233211n',
      '2333210',
      '3n33',
      '3323',
    ];
    for (const [index, each] of keys.entries()) await auditPast(desk, `2026-02-0${index + 1}`, each);
    await desk.click('link', 'Trends');
    await desk.wait('table', /^What I do, session by session Sessions 1 to 10 of 10/);
    await desk.resize(1280, 900);
    // The rating of the session held live is the last, after those of February.
    await desk.wait('row', new RegExp(`^${FRAME} 10 sessions 0 1 0 2 1 2 2 3 3 2$`));
    await desk.wait('img', new RegExp(`^${FRAME}: ratings in 10 sessions .* 0, 1, 0, 2, 1, 2, 2, 3, 3, 2$`));
    await desk.wait(
      'img',
      'Confirm privacy and place: not called for in 2 of 10 sessions; likely range 6 to 51 %',
    );
    await desk.wait('row', /^Noticed 1$/);
    await reads(desk, 'Close with a clear next step (2)');
    expect(await desk.has('img', /^Close with a clear next step/)).toBe(false);

    await desk.eval(`document.querySelectorAll('.trends summary').forEach(one => one.click())`);
    await desk.within('region', /^Table: Strains/).wait('row', /^Noticed( None){9} 1$/);
    await desk.within('region', /^Table: My ratings/).wait('row', /0, 1, 0, 2, 1, 2, 2, 3, 3, 2$/);
    await desk
      .within('region', /^Table: How often/)
      .wait('row', /^Confirm privacy and place 2 of 10 sessions 6 to 51 %$/);
    await expectSound(desk, 'the trends');

    await desk.resize(320, 800);
    await desk.wait('status', /^Sessions 5 to 10 of 10/);
    await desk.click('button', 'Earlier');
    await desk.wait('status', /^Sessions 1 to 6 of 10/);
    await desk.click('button', 'Later');
    await desk.wait('status', /^Sessions 5 to 10 of 10/);
    await desk.resize(1280, 900);
    await desk.close();
  });

  it('leads to a focus with a plan, which the next session begins with, and to a look back at its end', async () => {
    const desk = await browser().openPage('desk.html', '#/checklists');
    await desk.wait('heading', 'Checklists');
    for (const label of [FRAME, 'Explain why before a new step']) {
      await desk.eval(`[...document.querySelectorAll('summary')]
        .find(one => one.textContent.startsWith(${JSON.stringify(label)})).click()`);
      await desk.click('checkbox', `In focus: ${label}`);
    }
    await desk.click('link', 'Trends');
    await desk.click('button', 'Keep this period');
    const plan = desk.within('group', `Plan for ${FRAME}`);
    await plan.fill('textbox', 'When …', 'the call begins');
    await plan.fill('textbox', 'I will …', 'ask what suits');
    await plan.until(
      `document.querySelector('.plan').innerText.match(/Saved/g)?.length === 2`,
      'both to be saved',
    );
    await desk.fill('textbox', `My words for ${FRAME}`, 'Does that suit?');
    await desk.within('region', FRAME).click('button', 'Save words');

    const panel = await browser().openPage('panel.html');
    await panel.wait('button', 'Start session');
    await reads(panel, 'When the call begins, I will ask what suits');
    await startSession(panel, '');
    await panel.wait('checkbox', 'Explain why before a new step');
    await panel.click('button', 'End session');
    await panel.close();

    await desk.click('button', 'Change the days');
    await setDay(desk, 0, '2026-02-05');
    await setDay(desk, 1, '2026-02-04');
    await desk.click('button', 'Keep this period');
    await desk.wait('alert', /the earlier one first/);
    await setDay(desk, 1, '2026-02-09');
    await desk.click('button', 'Keep this period');
    await desk.wait('heading', /^Looking back/);
    await reads(
      desk,
      'When the call begins, I will ask what suits',
      'Before, 4 sessions: rated 0 in 2, rated 1 in 1, rated 2 in 1.',
      'In this period, 5 sessions: rated 1 in 1, rated 2 in 2, rated 3 in 2.',
      'Rated in 0 sessions before and in 0 in this period.',
    );
    await desk.wait('img', `${FRAME}. In this period, 5 sessions: rated 1 in 1, rated 2 in 2, rated 3 in 2.`);
    await expectSound(desk, 'the look back');
    await desk.click('button', 'Let the focus rest');
    await desk.waitGone('heading', /^Looking back/);
    await reads(desk, 'Nothing is in focus now.');
    await desk.close();
  });
});
