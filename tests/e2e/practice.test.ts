import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { startSession } from './steps';

inBothBrowsers('Practise first', browser => {
  it('shows made-up sessions, says so on every page, and throws all of it away on leaving', async () => {
    const desk = await browser().openPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.wait('link', /Heron/, 20_000);
    expect(await desk.text()).toContain('These sessions are made up');
    await desk.click('link', /Heron/);
    await desk.wait('heading', 'Timeline');

    // Everything there is to see of growing is there to try.
    await desk.click('link', 'Trends');
    await desk.wait('table', /^What I do, session by session Sessions 1 to 11 of 11/);
    await desk.wait('heading', /^Looking back/);
    for (const picture of [/: ratings in \d+ sessions/, /: not called for in/, /In this period/])
      await desk.wait('img', picture);
    await desk.wait('row', /^Let go 1$/);
    expect(await desk.axe()).toEqual([]);
    await desk.click('link', 'Supervision');
    await desk.click('button', 'Bring ratings home');
    await desk.click('button', /^Alder/);
    await desk.wait('heading', 'You and Alder');
    expect(await desk.text()).toContain('Weighted kappa: ');
    await desk.click('button', 'Supervision log');
    await desk.until(`document.body.innerText.includes('Meetings: 2.')`, 'the meetings');

    const panel = await browser().openPage('panel.html');
    await panel.wait('button', 'Leave practice');
    await startSession(panel, 'Wren');
    await panel.click('button', 'Leave practice');

    await desk.wait('button', 'Create vault');
    await panel.wait('button', 'Set up Sidelight');
    const databases = `indexedDB.databases().then(all => all.map(({ name }) => name))`;
    await desk.until(
      `${databases}.then(names => !names.includes('sidelight-practice'))`,
      'practice to be deleted',
    );
  });
});
