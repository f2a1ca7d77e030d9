import { beforeAll, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts';
import { idOf } from '../fixtures/made-up-sessions';
import { inBothBrowsers } from './both-browsers';
import { bringIn } from './bring-in';
import { aPracticeOfHostileTexts, LONG_NOTE, STORIES } from './hostile-practice';
import type { PageSurface } from './rig/surface';
import { createVault } from './steps';

/** What pasted HTML would bring into the page. */
const BROUGHT =
  'main :is(img, script, iframe, style, title, table, b, code, a[href^="http"], a[href^="javascript"])';
const NOTE = `document.querySelector('[aria-labelledby=note-title] .as-typed').textContent`;

inBothBrowsers('What anybody may paste', browser => {
  let desk: PageSurface;

  async function open(number: number): Promise<void> {
    await desk.eval(`location.hash = '#/sessions'`);
    await desk.until(`document.querySelector('[data-session="${idOf(number)}"]')`, `session ${number}`);
    await desk.eval(`document.querySelector('[data-session="${idOf(number)}"]').click()`);
    await desk.wait('heading', 'Timeline');
  }

  beforeAll(async () => {
    ({ desk } = await createVault(browser()));
    await bringIn(browser(), desk, aPracticeOfHostileTexts());
  });

  it('is text in the list, in its filters, on the page of its session and on that of its client', async () => {
    await desk.eval(`location.hash = '#/sessions'`);
    const options = `[...document.querySelectorAll('.filters option')].map(({ text }) => text)`;
    await desk.until(`${options}.length > ${HOSTILE_TEXTS.length}`, 'the choices');
    const offered = await desk.eval<string[]>(options);
    for (const [number, text] of HOSTILE_TEXTS.entries()) {
      const squeezed = text.replace(/[\t\n\f\r ]+/g, ' ').trim();
      expect(offered.filter(one => one === squeezed).length, text).toBeGreaterThanOrEqual(2);
      await open(number);
      expect(await desk.eval<string>(NOTE)).toBe(text);
      expect(await desk.eval<string>(`document.querySelector('h1 bdi').textContent`)).toBe(text);
      const shown = await desk.eval<string>(`document.querySelector('main').textContent`);
      // Code, moment, note, promise, reflection, line, comment, reason and amendment at the least.
      expect(shown.split(text).length - 1, text).toBeGreaterThanOrEqual(9);
      expect(await desk.eval<number>(`document.querySelectorAll('${BROUGHT}').length`), text).toBe(0);
    }
    await desk.eval(`location.hash = '#/clients'`);
    await desk.until(`document.querySelectorAll('.clients a').length === ${STORIES.length}`, 'every client');
    expect(await desk.eval<number>(`document.querySelectorAll('${BROUGHT}').length`)).toBe(0);
    expect(await desk.eval('document.title')).toBe('Sidelight');
  });

  it('may be 50 000 characters long: it is whole on its page, and found by its words', async () => {
    const number = STORIES.length - 2;
    await open(number);
    expect((await desk.eval<string>(NOTE)) === LONG_NOTE).toBe(true);
    await desk.fill('textbox', 'Reflection', LONG_NOTE);
    await desk.until(`document.getElementById('reflection-state').textContent === 'Saved'`, 'it to be saved');
    await desk.click('button', 'Sign off');
    await desk.wait('button', 'Amend');
    const reflection = `document.querySelector('[aria-labelledby=reflection-title] .as-typed').textContent`;
    expect((await desk.eval<string>(reflection)) === LONG_NOTE).toBe(true);
    await desk.click('link', 'All sessions');
    await desk.fill('searchbox', 'Search', 'anothr');
    await desk.wait('status', 'Found in one session.');
    await desk.within('list', 'Search results').wait('link', /Long/);
    const marked = `[...document.querySelectorAll('mark')].map(({ textContent }) => textContent)`;
    expect(new Set(await desk.eval<string[]>(marked))).toEqual(new Set(['another']));
  });
});
