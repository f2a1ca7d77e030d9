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
