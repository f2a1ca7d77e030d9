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

  it.each([
    'https://meet.google.com.evil.example/abc-defg-hij?x=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
    'https://evil.example/https://meet.google.com/abc-defg-hij#<script>alert(1)</script>',
  ])('is not named by an address that only looks like it: %s', async url => {
    await browser().openCallAt(url);
    const panel = await browser().openPanel();
    await panel.wait('button', 'Start session');
    const text = await panel.text();
    for (const word of ['Beside', 'Google Meet', 'alert', 'onerror']) expect(text).not.toContain(word);
  });

  it('is not named when it is none that is known', async () => {
    await browser().openCallAt('https://calls.example/room');
    const panel = await browser().openPanel();
    await panel.wait('button', 'Start session');
    expect(await panel.text()).not.toContain('Beside');
  });
});
