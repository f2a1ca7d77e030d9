import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';

inBothBrowsers('The platform beside the panel', browser => {
  it('is named from the tab whose button was clicked, without any permission for the site', async () => {
    await browser().openCallAt('https://meet.google.com/abc-defg-hij');
    let panel = await browser().openPanel();
    await panel.click('button', 'Set up Sidelight');
    const desk = await browser().expectPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.wait('link', /Heron/, 20_000);

    await browser().openCallAt('https://meet.google.com/abc-defg-hij');
    panel = await browser().openPanel();
    await panel.wait('status', 'Beside Google Meet');
  });

  it('is not named when it is none that is known', async () => {
    await browser().openCallAt('https://calls.example/room');
    const panel = await browser().openPanel();
    await panel.wait('button', 'Start session');
    expect(await panel.text()).not.toContain('Beside');
  });
});
