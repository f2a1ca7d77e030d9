import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { createVault, isTicked, PASSPHRASE, readBack, startSession, tick, unlock, writeNote } from './steps';

inBothBrowsers('A whole session', browser => {
  it('goes from Welcome to the timeline, and no request leaves the extension', async () => {
    const { desk, recoveryKey } = await createVault(browser());
    expect(recoveryKey).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);

    await browser().openCall('data:text/html,<h1>A call</h1>');
    const panel = await browser().openPanel();
    await startSession(panel, 'K-17');
    for (const label of [
      'Say how today will work',
      'Confirm privacy and place',
      'Confirm the boundaries we use',
    ]) {
      expect(await panel.has('checkbox', label)).toBe(true);
    }
    expect(await panel.text()).toContain('0 min in');
    expect(await panel.text()).toContain('50 min left');

    await tick(panel, 'Say how today will work');
    await panel.click('button', 'Missed Confirm privacy and place');
    await panel.until(() => document.body.innerText.includes('come back to it'), 'the missed mark');
    await panel.click('button', 'About Confirm privacy and place');
    expect(await panel.text()).toContain('Checks both sides are private');
    expect(await panel.text()).toContain('which number do I ring');

    await panel.click('radio', 'Working');
    await panel.wait('checkbox', 'Check in on tenseness');
    await tick(panel, 'Reflect feeling before fixing');

    await panel.click('button', 'Tenseness');
    await panel.click('button', /^Add words/);
    await panel.fill('textbox', /^Words for Tenseness/, 'when I named the move');
    await panel.click('button', 'Done');
    await panel.click('button', 'Opening up');
    await panel.wait('button', /for Opening up/);
    await panel.click('button', 'Undo');
    await panel.waitGone('button', /for Opening up/);

    await writeNote(panel, 'Slower next time.');
    await panel.click('button', 'End session');
    await panel.wait('button', 'Later');
    await panel.click('button', 'Later');
    await panel.wait('button', 'Start session');

    await readBack(desk);
    const story = await desk.text();
    for (const line of [
      'K-17',
      'Say how today will work',
      'Missed, to come back to: Confirm privacy and place',
      'Reflect feeling before fixing',
      'Tenseness',
      'when I named the move',
      'Slower next time.',
      'Session ended',
    ]) {
      expect(story).toContain(line);
    }
    expect(story).not.toContain('Opening up');
    expect(await desk.has('img', /Picture of the timeline/)).toBe(true);
    expect(await browser().requests()).toEqual([]);
  });

  it('is played by keys alone', async () => {
    const panel = await browser().openPanel();
    await startSession(panel, '');
    await panel.press('1');
    await isTicked(panel, 'Say how today will work', true);
    await panel.press('1');
    await isTicked(panel, 'Say how today will work', false);
    await panel.press('1');
    await isTicked(panel, 'Say how today will work', true);
    await panel.click('radio', 'Working');
    await panel.waitGone('checkbox', 'Say how today will work');
    // A digit takes nothing back that nobody sees.
    await panel.press('1');
    await panel.wait('status', 'Not in sight now, so it stays as it is: Say how today will work');
    await panel.click('radio', 'Opening');
    await isTicked(panel, 'Say how today will work', true);
    await panel.press('Shift+2');
    await panel.until(() => document.body.innerText.includes('come back to it'), 'the missed mark');
    for (const [key, kind] of [
      ['t', 'Tenseness'],
      ['s', 'Strain'],
      ['r', 'Repair'],
      ['o', 'Opening up'],
      ['b', 'Boundary'],
    ] as const) {
      await panel.press(key);
      await panel.wait('button', new RegExp(`for ${kind}`));
    }
    await panel.press('u');
    await panel.waitGone('button', /for Boundary/);
    await panel.press('n');
    await panel.press('t');
    await panel.until(
      () => document.querySelector('textarea')?.value === 't',
      'the letter in the note, not a moment',
    );
    expect(await panel.count('button', /for Tenseness/)).toBe(1);
    await panel.press('Tab');
    await panel.press('h');
    await panel.wait('button', 'Show');
    expect(await panel.has('textbox', 'Note')).toBe(false);
    expect(await panel.text()).not.toContain('Tenseness');
    await panel.press('Enter');
    await panel.wait('textbox', 'Note');
    await panel.click('button', 'End session');
    await panel.click('button', 'Later');
  });

  it('finds any of the 36 behaviours by typing', async () => {
    const panel = await browser().openPanel();
    await startSession(panel, '');
    await panel.click('button', 'All 36 behaviours');
    expect(await panel.count('checkbox', /./)).toBe(36);
    await panel.fill('searchbox', 'Find a behaviour', 'apolog');
    await tick(panel, 'Own my part, no defending');
    expect(await panel.count('checkbox', /./)).toBe(4);
    await panel.fill('searchbox', 'Find a behaviour', 'no such words');
    await panel.wait('status', /No behaviour/);
    await panel.click('button', 'End session');
    await panel.click('button', 'Later');
  });

  it('locks everywhere at once, and says plainly when the passphrase is wrong', async () => {
    const desk = await browser().openPage('desk.html');
    const panel = await browser().openPanel();
    await desk.click('button', 'Lock now');
    await desk.wait('heading', 'Sidelight is locked');
    await panel.wait('heading', 'Sidelight is locked');
    await panel.fill('textbox', 'Passphrase', 'not this one at all');
    await panel.click('button', 'Unlock');
    await panel.wait('alert', 'That passphrase does not open Sidelight.', 20_000);
    await unlock(panel, PASSPHRASE);
    await desk.wait('heading', 'Sessions', 20_000);
  });
});
