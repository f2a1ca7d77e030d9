import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { beforeAll, expect, it } from 'vitest';
import { exportEntries } from '../../src/domain/export-entries';
import { FREE_TEXTS, HOSTILE_TEXTS } from '../fixtures/hostile-texts';
import { hasAgeTool, openWithAge } from './age-tool';
import { inBothBrowsers } from './both-browsers';
import { bringIn } from './bring-in';
import { aPracticeOfHostileTexts, LONG_NOTE, STORIES } from './hostile-practice';
import { hasPdfToText, readPdf, squeeze } from './pdf-text';
import type { PageSurface } from './rig/surface';
import { createVault, PASSPHRASE } from './steps';

const NOTICE = 'Process note. Keep apart from the record.';
const times = (text: string, part: string) => text.split(part).length - 1;

inBothBrowsers('Exports opened elsewhere', browser => {
  let desk: PageSurface;
  const section = () => desk.within('region', 'Export a period');

  /** What a page shows of this HTML, and what it is made of. */
  async function readPage(html: string): Promise<{ text: string; tags: string[] }> {
    await desk.eval(
      `globalThis.read = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html'), true`,
    );
    const text = await desk.eval<string>('read.body.textContent');
    const tags = await desk.eval<string[]>(
      `[...new Set([...read.body.querySelectorAll('*')].map(({ localName }) => localName))].sort()`,
    );
    return { text: squeeze(text), tags };
  }

  async function plain(format: string, name: RegExp): Promise<string> {
    await section().click('radio', format);
    await section().click('radio', 'Not sealed: anybody who finds it can read it');
    await section().click('button', 'Export');
    await section().click('button', 'Save unsealed file');
    return readFileSync(await browser().saved(name), 'utf8');
  }

  beforeAll(async () => {
    ({ desk } = await createVault(browser()));
    await bringIn(browser(), desk, aPracticeOfHostileTexts());
    await desk.eval(`(() => {
      const [from] = document.querySelectorAll('input[type=date]');
      from.value = '2020-01-01';
      from.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
  });

  it('as a table give a CSV parser every fact once, and each text as typed, an apostrophe aside', async () => {
    const csv = await plain('Table for spreadsheets (CSV)', /\.csv$/);
    const rows: string[][] = parse(csv, { bom: true });
    expect(rows[0]?.[0]).toBe(NOTICE);
    const own = (number: number) => rows.filter(([session]) => session === `${number + 1}`);
    for (const [number, story] of STORIES.entries()) {
      // One record names the session itself.
      expect(own(number)).toHaveLength(exportEntries(story.told()).length + 1);
    }
    for (const [number, text] of HOSTILE_TEXTS.entries()) {
      const notes = own(number).filter(([, , , , kind]) => kind === 'Note');
      expect(notes.map(row => row[6]?.replace(/^'(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/u, ''))).toEqual([text]);
    }
    expect(rows.find(row => row[6] === LONG_NOTE)).toBeDefined();
  });

  it('as text are rendered by a Markdown program, with nothing made of what was typed', async () => {
    const markdown = await plain('Text (Markdown)', /\.md$/);
    const { text, tags } = await readPage(new MarkdownIt({ html: true, linkify: true }).render(markdown));
    expect(tags).toEqual(['blockquote', 'br', 'h1', 'h2', 'h3', 'li', 'p', 'ul']);
    expect(text.startsWith(NOTICE)).toBe(true);
    for (const typed of HOSTILE_TEXTS)
      expect(times(text, squeeze(typed)), typed).toBeGreaterThanOrEqual(FREE_TEXTS);
    expect(text.includes(squeeze(LONG_NOTE))).toBe(true);
  });

  it('as a page hold no element but their own', async () => {
    const { text, tags } = await readPage(await plain('A page to read or print (HTML)', /\.html$/));
    expect(tags).toEqual(['h1', 'h2', 'h3', 'li', 'p', 'ul']);
    for (const typed of HOSTILE_TEXTS)
      expect(times(text, squeeze(typed)), typed).toBeGreaterThanOrEqual(FREE_TEXTS);
  });

  it('sealed are opened by the age tool, as data equal to what was brought in', async ({ skip }) => {
    await section().click('radio', 'Data for other programs (JSON)');
    await section().click('radio', 'Sealed with a passphrase of its own');
    await section().fill('textbox', 'Export passphrase', PASSPHRASE);
    await section().fill('textbox', 'Repeat passphrase', PASSPHRASE);
    await section().click('button', 'Export');
    const file = await browser().saved(/\.json\.age$/, 30_000);
    if (!hasAgeTool) return skip();
    const { notice, sessions } = JSON.parse(openWithAge(file, PASSPHRASE));
    expect(notice).toBe(NOTICE);
    expect(sessions.map(({ log }: { log: unknown }) => log)).toEqual(STORIES.map(story => story.log()));
  });

  it.for([
    ['a period', async () => {}],
    [
      'one session',
      async () => {
        await desk.eval(`location.hash = '#/sessions'`);
        await desk.click('link', /Plain Heron/);
        await desk.wait('heading', 'Timeline');
      },
    ],
  ] as const)('are printed into a PDF whose words are those of %s', async ([what, open], { skip }) => {
    await open();
    const isOne = what === 'one session';
    const printing = isOne ? desk.within('region', 'Export') : section();
    await desk.eval('window.print = () => {}, true');
    await printing.click('button', 'Print');
    await desk.until(`document.querySelector('.print-view h2')`, 'what is to be printed');
    const shown = squeeze(await desk.eval<string>(`document.querySelector('.print-view').textContent`));
    const file = join(dirname(browser().profile), `${what}.pdf`);
    await desk.pdf(file);
    expect(readFileSync(file, 'latin1').startsWith('%PDF')).toBe(true);
    await desk.eval(`dispatchEvent(new Event('afterprint'))`);
    await desk.until(`!document.querySelector('.print-view')`, 'the print view to be gone');
    if (!hasPdfToText) return skip();
    const text = readPdf(file);
    expect(text.startsWith(NOTICE)).toBe(true);
    // A computer without the right fonts prints boxes in place of other scripts.
    const typed = HOSTILE_TEXTS.filter(one => /^[\x20-\x7e\s]+$/.test(one));
    for (const one of isOne ? ['A plain note.'] : typed) {
      const wanted = times(shown, squeeze(one));
      expect(wanted).toBeGreaterThan(0);
      expect(times(text.replace(/ /g, ''), squeeze(one).replace(/ /g, '')), one).toBeGreaterThanOrEqual(
        wanted,
      );
    }
    expect(text).not.toContain('Export a period');
    expect(text).not.toContain('Save again');
  });

  it('are not needed to print the timeline and note of a session, without what is pressed on its page', async ({
    skip,
  }) => {
    const file = join(dirname(browser().profile), 'page.pdf');
    await desk.wait('heading', /Plain Heron/);
    await desk.pdf(file);
    if (!hasPdfToText) return skip();
    const text = readPdf(file);
    for (const words of [NOTICE, 'Plain Heron', 'Timeline', 'Session ended', 'A plain note.'])
      expect(text).toContain(words);
    for (const words of ['Sign off', 'All sessions', 'Export', 'Self-audit', 'Settings', 'Lock now'])
      expect(text).not.toContain(words);
  });
});
