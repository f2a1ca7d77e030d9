import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { Surface } from './rig/surface';
import { PASSPHRASE, startSession, unlock } from './steps';

/** Runs in the page. @returns each editable element that lacks something, and what the page itself lacks. */
function findLeaks(): string[] {
  const wanted: Record<string, string> = {
    spellcheck: 'false',
    writingsuggestions: 'false',
    autocomplete: 'off',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
    'data-gramm': 'false',
  };
  const editable = [...document.querySelectorAll('input, textarea, select, [contenteditable]')];
  const leaks = editable.flatMap(el =>
    Object.entries(wanted)
      // Old spellings of the same: an off that the browser writes as none.
      .filter(
        ([name, value]) =>
          ![value, ...(name === 'autocapitalize' ? ['none'] : [])].includes(el.getAttribute(name) ?? ''),
      )
      .map(
        ([name]) => `<${el.localName} id="${el.id}" type="${el.getAttribute('type') ?? ''}"> lacks ${name}`,
      ),
  );
  const { documentElement: html } = document;
  if (html.getAttribute('translate') !== 'no') leaks.push('the page lacks translate="no"');
  if (!html.classList.contains('notranslate')) leaks.push('the page lacks the class notranslate');
  if (!document.querySelector('meta[name=google][content=notranslate]'))
    leaks.push('the page lacks its meta');
  if (document.title !== 'Sidelight') leaks.push(`the title is “${document.title}”`);
  if (!/^(#\/[a-z-]+)?$/.test(location.hash) || location.search)
    leaks.push(`the address is ${location.href}`);
  return leaks;
}

const MARK = 'K-17';

inBothBrowsers('No field and no page leaks', browser => {
  let seen = 0;
  const check = async (surface: Surface, screen: string) => {
    expect({ screen, leaks: await surface.eval(findLeaks) }).toEqual({ screen, leaks: [] });
    seen += await surface.eval<number>(`document.querySelectorAll('input, textarea, select').length`);
  };

  it('on the way in', async () => {
    const desk = await browser().openPage('desk.html');
    await desk.wait('button', 'Create vault');
    await check(desk, 'Welcome');
    await desk.fill('textbox', 'Passphrase', PASSPHRASE);
    await desk.fill('textbox', 'Repeat passphrase', PASSPHRASE);
    await desk.click('button', 'Create vault');
    await desk.wait('any', 'Recovery key', 30_000);
    await check(desk, 'Recovery key');
    await desk.click('checkbox', 'I have stored the recovery key');
    await desk.click('button', 'Continue');
    await desk.wait('heading', 'Sessions');
    await desk.click('button', 'Lock now');
    await desk.wait('textbox', 'Passphrase');
    await check(desk, 'Locked');
    await desk.click('button', 'Use recovery key');
    await desk.wait('textbox', 'Recovery key');
    await check(desk, 'Use recovery key');
    await desk.click('button', 'Use passphrase');
    await unlock(desk);
    await desk.close();
  });

  it('in the panel', async () => {
    await browser().openCall('data:text/html,<h1>A call</h1>');
    const panel = await browser().openPanel();
    await panel.wait('button', 'Start session');
    await check(panel, 'Before');
    await startSession(panel, MARK);
    await panel.click('button', /^All \d+ behaviours/);
    await panel.click('button', 'Strain');
    await panel.click('button', /^Add words/);
    await panel.wait('textbox', /^Words for/);
    await check(panel, 'Live');
    await panel.click('button', 'Hide');
    await panel.wait('button', 'Show');
    await check(panel, 'Curtain');
    await panel.click('button', 'Show');
    await panel.click('button', 'End session');
    await panel.wait('button', 'Later');
    await check(panel, 'After');
    await panel.click('button', 'Later');
  });

  it('on the desk', async () => {
    const desk = await browser().openPage('desk.html', '#/latest');
    await desk.wait('heading', 'Timeline');
    await check(desk, 'Session');
    const screens = await desk.eval<string[]>(
      `[...document.querySelectorAll('nav a')].map(link => link.getAttribute('href'))`,
    );
    expect(screens.length).toBeGreaterThan(3);
    for (const hash of screens) {
      await desk.eval(`location.hash = ${JSON.stringify(hash)}`);
      await desk.until(`document.querySelector('main h1')`, `${hash} to be drawn`);
      await check(desk, hash);
      // Whatever folds open may hold fields of its own.
      await desk.eval(`document.querySelectorAll('details').forEach(each => { each.open = true; })`);
      await check(desk, `${hash}, unfolded`);
    }
    await desk.click('link', 'Settings');
    for (const form of ['Change passphrase', 'New recovery key']) {
      await desk.click('button', form);
      await desk.wait('button', 'Cancel');
      await check(desk, form);
      await desk.click('button', 'Cancel');
    }
    expect(seen).toBeGreaterThan(30);
  });
});
