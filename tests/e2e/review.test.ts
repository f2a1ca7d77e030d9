import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { isAnswered, tabTo, type } from './keyboard';
import type { Browser, PageSurface } from './rig/surface';
import { createVault, startSession, tick, unlock, writeNote } from './steps';

/** A session with a tick, a miss and a strain, ended in the panel. */
async function playSession(browser: Browser, client: string): Promise<void> {
  const panel = await browser.openPage('panel.html');
  await startSession(panel, client);
  await tick(panel, 'Say how today will work');
  await panel.click('button', 'Missed Confirm privacy and place');
  await panel.press('s');
  await panel.wait('button', /for Strain/);
  await writeNote(panel, 'Slower next time.');
  await panel.click('button', 'End session');
  await panel.wait('button', 'Review now');
  await panel.close();
}

async function openReview(browser: Browser): Promise<PageSurface> {
  const desk = await browser.openPage('desk.html', '#/latest');
  await desk.wait('button', 'Sign off');
  return desk;
}

inBothBrowsers('A review', browser => {
  it('is filled in from the session, and finished, signed off, amended and read back by keyboard alone', async () => {
    await createVault(browser());
    await playSession(browser(), 'K-17');
    const desk = await openReview(browser());
    await isAnswered(desk, 'Say how today will work', 'Done');
    await isAnswered(desk, 'Confirm privacy and place', 'Missed');
    await isAnswered(desk, 'Confirm the boundaries we use', 'Not called for');
    expect(await desk.text()).toContain('You noticed a strain.');
    expect(await desk.axe()).toEqual([]);

    await tabTo(desk.within('radiogroup', 'Say how today will work'), 'radio', 'Done');
    for (const key of ['d', 'p', 'm', 'n', '?']) await desk.press(key);
    await isAnswered(desk, 'Confirm privacy and place', 'Partly');
    await isAnswered(desk, 'Confirm the boundaries we use', 'Missed');
    await isAnswered(desk, 'Reflect feeling before fixing', "Can't tell");
    await desk.press('ArrowUp');
    await desk.press('ArrowUp');
    await desk.press('p');
    await isAnswered(desk, 'Check in on tenseness', 'Partly');

    await tabTo(desk.within('radiogroup', 'Goal'), 'radio', 'We wanted the same');
    await desk.press('Space');
    await tabTo(desk, 'textbox', 'Reflection');
    await type(desk, 'named it d');
    await desk.until(
      `document.getElementById('reflection-state').textContent === 'Saved'`,
      'the reflection to be saved',
    );
    await tabTo(desk, 'textbox', 'Closing line');
    await type(desk, 'go slow');
    await tabTo(desk, 'button', 'Sign off');
    await desk.press('Enter');

    await desk.wait('button', 'Amend');
    // The focus has gone to the heading above, and the sight with it.
    const at = await desk.eval<[number, number, boolean]>(
      `[document.activeElement.getBoundingClientRect().top, innerHeight, document.activeElement.id === 'review-title']`,
    );
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at[0]).toBeLessThan(at[1]);
    expect(at[2]).toBe(true);
    expect(await desk.count('radio', 'Partly')).toBe(0);
    const signed = await desk.text();
    for (const words of [
      'Partly',
      "Can't tell",
      'We wanted the same',
      'named it d',
      'go slow',
      'Signed off on',
    ])
      expect(signed).toContain(words);
    expect(await desk.axe()).toEqual([]);

    await tabTo(desk, 'button', 'Amend');
    await desk.press('Enter');
    await tabTo(desk, 'textbox', 'Reason');
    await desk.press('Tab');
    await type(desk, 'they knew');
    await tabTo(desk, 'button', 'Add amendment');
    await desk.press('Enter');
    await desk.wait('alert', /give a reason/);
    await desk.fill('textbox', 'Reason', 'read again');
    await desk.press('Enter');
    await desk.waitGone('textbox', 'Reason');
    const amended = await desk.text();
    for (const words of ['named it d', 'read again', 'they knew']) expect(amended).toContain(words);

    await desk.click('button', 'Strain, minute 0');
    expect(await desk.text()).toContain('Strain, minute 0: No words were written.');

    await desk.eval(`location.hash = '#/sessions'`);
    await desk.wait('listitem', /K-17.*Signed off/s);
    await desk.close();
  });

  it('in two windows: neither undoes the other, and words in hand at sign-off are kept beside it', async () => {
    await playSession(browser(), 'Heron 🪶 خجول');
    const [one, other] = [await openReview(browser()), await openReview(browser())];
    await one.within('radiogroup', 'Check in on tenseness').click('radio', 'Done');
    await other.within('radiogroup', 'Reflect feeling before fixing').click('radio', 'Partly');
    for (const desk of [one, other]) {
      await isAnswered(desk, 'Check in on tenseness', 'Done');
      await isAnswered(desk, 'Reflect feeling before fixing', 'Partly');
    }
    await one.fill('textbox', 'Reflection', 'from the first');
    await other.until(
      `document.getElementById('reflection').value === 'from the first'`,
      'the first window’s words in the second',
    );
    const typeAndSignOff = (words: string) => `(() => {
      const area = document.getElementById('reflection');
      area.value += ${JSON.stringify(words)};
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`;
    const signOff = `[...document.querySelectorAll('button')].find(each => each.textContent === 'Sign off').click()`;
    await Promise.all([other.eval(typeAndSignOff(' and the second')), one.eval(signOff)]);
    for (const desk of [one, other]) {
      await desk.wait('button', 'Amend');
      await desk.until(`document.body.innerText.includes('and the second')`, 'the second window’s words');
      expect(await desk.text()).toContain('Heron 🪶 خجول');
    }
    await one.close();
    await other.close();
  });

  it('says what the browser would not write, and writes it once it can', async () => {
    await playSession(browser(), 'Lark');
    const desk = await openReview(browser());
    // As a full disk does it.
    await desk.eval(`(() => {
      const refuse = () => { throw new DOMException('The disk is full.', 'QuotaExceededError'); };
      const { add, put } = IDBObjectStore.prototype;
      Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
      globalThis.relent = () => { Object.assign(IDBObjectStore.prototype, { add, put }); };
    })()`);
    await desk.within('radiogroup', 'Check in on tenseness').click('radio', 'Partly');
    await desk.wait('alert', /Not saved yet/);
    expect(await desk.text()).toMatch(/Check in on tenseness\s*Not saved yet/);
    await desk.eval('globalThis.relent(), true');
    await desk.click('button', 'Try again');
    await desk.waitGone('alert', /Not saved yet/);
    await isAnswered(await openReview(browser()), 'Check in on tenseness', 'Partly');
  });

  it('is locked in the middle, and loses nothing', async () => {
    await playSession(browser(), 'Wren');
    const other = await browser().openPage('desk.html');
    const desk = await openReview(browser());
    await desk.within('radiogroup', 'Name the strain between us').click('radio', 'Done');
    await desk.fill('textbox', 'Closing line', 'begin with the move');
    await desk.fill('textbox', 'Reflection', 'half a tho');
    // Nothing of the last words has had the time to be saved.
    await other.click('button', 'Lock now');
    await desk.wait('button', 'Unlock');
    await unlock(desk);
    await desk.eval(`location.hash = '#/latest'`);
    await desk.wait('button', 'Sign off');
    await isAnswered(desk, 'Name the strain between us', 'Done');
    expect((await desk.state('textbox', 'Reflection')).value).toBe('half a tho');
    expect((await desk.state('textbox', 'Closing line')).value).toBe('begin with the move');

    await desk.click('button', 'Finish later');
    await desk.wait('listitem', /Wren.*Reviewed/s);
    await desk.choose('State', 'Signed off');
    await desk.waitGone('listitem', /Wren/);
    await desk.choose('Client', 'K-17');
    await desk.wait('listitem', /K-17/);
    expect(await desk.count('listitem', /Heron/)).toBe(0);
    await desk.choose('State', 'Every state');
    await desk.click('link', /K-17/);
    await desk.wait('button', 'Amend');
    await desk.click('link', 'All sessions');
    await desk.until(
      `document.activeElement?.textContent.includes('K-17')`,
      'the focus to be back on the session that was open',
    );
    expect((await desk.state('combobox', 'Client')).value).toBe('K-17');
    expect(await desk.axe()).toEqual([]);
    await desk.close();
  });

  it('is of a client whose code changes, two codes becoming one, and who is put away', async () => {
    const desk = await browser().openPage('desk.html', '#/clients');
    await desk.click('link', /Wren/);
    await desk.fill('textbox', 'New code', 'K-17');
    await desk.click('button', 'Change code');
    await desk.wait('alert', /already/);
    await desk.click('button', 'Put together');
    await desk.wait('heading', 'K-17');
    await desk.until(
      `document.querySelectorAll('.windowed li').length === 2`,
      'both sessions under one code',
    );
    for (const left of [1, 0]) {
      await desk.click('button', /^Repaired: /);
      await desk.until(
        `document.querySelectorAll('[aria-label^="Repaired: "]').length === ${left}`,
        'it to be told',
      );
    }
    await desk.until(`document.activeElement?.textContent === 'Follow-ups'`, 'the focus to stay near');
    await desk.click('button', 'Archive');
    await desk.wait('button', 'Back into the list');
    expect(await desk.axe()).toEqual([]);
    await desk.click('link', 'All clients');
    await desk.wait('link', /Heron/);
    expect(await desk.has('link', /K-17|Wren/)).toBe(false);
    await desk.click('checkbox', 'Show archived clients');
    await desk.wait('link', /K-17/);
    expect(await desk.has('link', /Wren/)).toBe(false);
    await desk.close();
  });
});
