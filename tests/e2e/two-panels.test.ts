import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { createVault, isTicked, startSession } from './steps';

inBothBrowsers('Two panels on one live session', browser => {
  it('show each other’s acts within a second, and lose and double none', async () => {
    await createVault(browser());
    const one = await browser().openPage('panel.html');
    await startSession(one, '');
    const other = await browser().openPage('panel.html');
    await other.wait('radiogroup', 'Phase');

    await one.click('checkbox', 'Say how today will work');
    await isTicked(other, 'Say how today will work', true, 1_000);
    await other.click('checkbox', 'Confirm privacy and place');
    await isTicked(one, 'Confirm privacy and place', true, 1_000);

    const clickOther = `(() => {
      for (let act = 0; act < 25; act += 1) [...document.querySelectorAll('.moments button')].at(-1).click();
    })()`;
    await Promise.all([one.eval(clickOther), other.eval(clickOther)]);
    for (const panel of [one, other]) {
      await panel.until(`document.querySelectorAll('.marked li').length === 50`, 'all 50 moments');
    }
  });

  it('keep the focus and what is open when the other chooses another phase, and so does the strip', async () => {
    const BOTH = 'Confirm the boundaries we use';
    const one = await browser().openPage('panel.html');
    const other = await browser().openPage('panel.html');
    const strip = await browser().openPage('strip.html');
    await one.wait('radiogroup', 'Phase');
    await other.click('button', `About ${BOTH}`);
    await strip.wait('checkbox', BOTH);
    // To the front: behind another tab a page hears nothing of its focus.
    await strip.press('Tab');
    await strip.eval(`document.querySelector('[aria-label="${BOTH}"]').focus()`);

    await one.click('radio', 'Working');
    for (const page of [other, strip]) await page.wait('checkbox', 'Reflect feeling before fixing');
    expect(await other.state('button', `About ${BOTH}`)).toMatchObject({ expanded: true, focused: true });
    expect(await strip.state('checkbox', BOTH)).toMatchObject({ focused: true });

    await one.click('radio', 'Closing');
    for (const page of [other, strip]) await page.wait('checkbox', 'Close with a clear next step');
    expect(await other.eval('document.activeElement.className')).toBe('unfold');
    expect(await strip.eval('document.activeElement.className')).toBe('strip-list');
  });

  it('join what is typed in both notes', async () => {
    const one = await browser().openPage('panel.html');
    const other = await browser().openPage('panel.html');
    for (const panel of [one, other]) await panel.wait('textbox', 'Note');
    const append = (words: string) => `(() => {
      const note = document.getElementById('note');
      note.value += ${JSON.stringify(words)};
      note.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`;
    await Promise.all([one.eval(append('from the first ')), other.eval(append('from the second '))]);
    const hasBoth = `['from the first', 'from the second'].every(words => document.getElementById('note').value.includes(words))`;
    await one.until(hasBoth, 'both writers’ words in the first panel');
    await other.until(hasBoth, 'both writers’ words in the second panel');
    const notes = await Promise.all(
      [one, other].map(panel => panel.eval<string>(`document.getElementById('note').value`)),
    );
    expect(notes[0]).toBe(notes[1]);
  });

  it('end it once', async () => {
    const one = await browser().openPage('panel.html');
    const other = await browser().openPage('panel.html');
    for (const panel of [one, other]) await panel.wait('button', 'End session');
    const end = `document.querySelector('button.end').click()`;
    await Promise.all([one.eval(end), other.eval(end)]);
    for (const panel of [one, other]) await panel.wait('button', 'Later');
    const desk = await browser().openPage('desk.html', '#/latest');
    await desk.wait('heading', 'Timeline');
    expect((await desk.text()).match(/Session ended/g)).toHaveLength(1);
    expect(await desk.text()).toContain('from the second');
  });
});
