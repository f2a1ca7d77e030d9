import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { demoEvents } from '../../src/app/demo-sessions';
import { hasAgeTool, openWithAge } from './age-tool';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface } from './rig/surface';

const PASSPHRASE = 'seven slow rivers home';
const events = Array.from({ length: 12 }, (_, number) =>
  demoEvents({ seed: 1, count: 12, clients: 3, today: '2026-03-04' }, number),
);
const own = events.filter(log => log[0]?.type === 'started' && log[0].client === 'Heron');
const notesOf = (logs: typeof events) =>
  logs.flatMap(log => log.flatMap(event => (event.type === 'note-written' ? [event.text] : [])));

const inExport = (desk: PageSurface, title = 'Export') => desk.within('region', title);

async function sealed(desk: PageSurface, format: string, title = 'Export'): Promise<void> {
  const section = inExport(desk, title);
  await section.click('radio', format);
  await section.click('radio', 'Sealed with a passphrase of its own');
  await section.fill('textbox', 'Export passphrase', PASSPHRASE);
  await section.fill('textbox', 'Repeat passphrase', PASSPHRASE);
  await section.click('button', 'Export');
}

inBothBrowsers('Exports', browser => {
  let desk: PageSurface;

  it('of a client is sealed unless one insists, and the age tool opens it with the same content', async ({
    skip,
  }) => {
    desk = await browser().openPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.click('link', 'Clients');
    await desk.click('link', /Heron/);
    await desk.wait('heading', 'Export');
    expect((await inExport(desk).state('radio', 'Sealed with a passphrase of its own')).checked).toBe(true);
    expect(await desk.axe()).toEqual([]);
    await inExport(desk).click('button', 'Export');
    await desk.wait('alert', /passphrase/);
    await sealed(desk, 'Data for other programs (JSON)');
    const file = await browser().saved(/^sidelight-export-[0-9a-f]{8}\.json\.age$/, 30_000);
    await desk.wait(
      'status',
      `${own.length} sessions are in the file. Your browser saves it to your downloads.`,
    );
    expect(readFileSync(file, 'latin1')).not.toContain('Heron');
    if (!hasAgeTool) return skip();
    const document = JSON.parse(openWithAge(file, PASSPHRASE));
    expect(document).toMatchObject({
      notice: 'Process note. Keep apart from the record.',
      of: { kind: 'client', client: 'Heron' },
    });
    const told = document.sessions.map((one: { told: { note: { text: string } } }) => one.told.note.text);
    expect(told).toEqual(notesOf(own));
  });

  it('can be cancelled, and nothing is saved then', async () => {
    await sealed(desk, 'Text (Markdown)');
    await inExport(desk).click('button', 'Cancel');
    await desk.wait('status', 'Cancelled. Nothing was saved.');
  });

  it('as a plain table asks once more, and a CSV parser reads back what was written', async () => {
    const section = inExport(desk);
    await section.click('radio', 'Table for spreadsheets (CSV)');
    await section.click('radio', 'Not sealed: anybody who finds it can read it');
    await section.click('button', 'Export');
    await desk.wait('alert', /OneDrive, iCloud Drive, Dropbox or Google Drive/);
    await desk.until(
      `document.activeElement?.getAttribute('role') === 'alert'`,
      'the focus to be on the question',
    );
    await desk.press('Tab');
    expect((await section.state('button', 'Save unsealed file')).focused).toBe(true);
    await desk.press('Enter');
    const file = await browser().saved(/^sidelight-export-[0-9a-f]{8}\.csv$/);
    const rows: string[][] = parse(readFileSync(file), { bom: true });
    expect(rows[0]?.[0]).toBe('Process note. Keep apart from the record.');
    expect(rows.filter(row => row[4] === 'Note').map(row => row[6])).toEqual(notesOf(own));
  });

  it.each(['Sealed with a passphrase of its own', 'Text (Markdown)'])(
    'are not handed over again once “%s” is chosen',
    async choice => {
      const section = inExport(desk);
      await section.click('radio', 'Table for spreadsheets (CSV)');
      await section.click('radio', 'Not sealed: anybody who finds it can read it');
      await section.click('button', 'Export');
      await section.click('button', 'Save unsealed file');
      await section.wait('button', 'Save again');
      await section.click('radio', choice);
      await section.waitGone('button', 'Save again');
    },
  );

  it('of a period holds every session of it, and is printed without a file', async () => {
    await desk.click('link', 'Settings');
    const section = inExport(desk, 'Export a period');
    await section.click('button', 'Print');
    await desk.wait('alert', 'Please choose both days, the earlier one first.');
    await desk.eval(`(() => {
      window.print = () => {};
      const [from] = document.querySelectorAll('input[type=date]');
      from.value = '2020-01-01';
      from.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await section.click('button', 'Print');
    await desk.until(`document.querySelector('.print-view h2')`, 'what is to be printed');
    const headings = `[...document.querySelectorAll('.print-view h1, .print-view h2')].map(one => one.textContent)`;
    const [first, ...others] = await desk.eval<string[]>(headings);
    expect(first).toBe('Process note. Keep apart from the record.');
    expect(others).toHaveLength(12);
    const printed = await desk.eval<string>(`document.querySelector('.print-view').textContent`);
    for (const note of notesOf(events)) expect(printed).toContain(note);
    await desk.eval(`dispatchEvent(new Event('afterprint'))`);
    await desk.until(`!document.querySelector('.print-view')`, 'the print view to be gone');
    expect(await desk.axe()).toEqual([]);
  });
});

inBothBrowsers('Templates', browser => {
  it('are made, changed and deleted in Settings', async () => {
    const desk = await browser().openPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.click('link', 'Settings');
    const section = desk.within('region', 'Templates');
    await section.click('button', 'Save template');
    await desk.wait('alert', 'A template needs a name and a text.');
    await section.fill('textbox', 'Name', '<b>Opening</b>');
    await section.fill('textbox', 'Text', 'On {day} with {code}');
    await section.click('button', 'Save template');
    await section.click('button', 'Change <b>Opening</b>');
    expect((await section.state('textbox', 'Text')).value).toBe('On {day} with {code}');
    await section.fill('textbox', 'Name', 'Opening');
    await section.click('button', 'Save template');
    await section.wait('button', 'Delete Opening');
    expect(await section.has('button', 'Delete <b>Opening</b>')).toBe(false);
    expect(await desk.axe()).toEqual([]);
    await section.click('button', 'Delete Opening');
    await section.waitGone('button', 'Delete Opening');
  });
});
