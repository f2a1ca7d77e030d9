import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { keyedCore } from '../../src/domain/checklist';
import { CHECKLISTS } from '../../src/library/checklists';
import { openAgeFile, sealAgeFile } from '../../src/vault/age-file';
import type { Browser, PageSurface, Surface } from './rig/surface';
import { startSession, tick, writeNote } from './steps';

/** The passphrase of every packet. */
export const PACKET = 'seven slow rivers home';
export const CORE = keyedCore(CHECKLISTS[0].checklist).map(({ behaviour }) => behaviour.label);
export const NOTE = 'Maria Jones called from Leeds on 3 March. I slowed down with Heron.';

/** Plays a session with a tick, a moment and a note, to its end. */
export async function playSession(browser: Browser): Promise<void> {
  const panel = await browser.openPage('panel.html');
  await startSession(panel, 'Heron');
  await tick(panel, 'Say how today will work');
  await panel.press('t');
  await panel.wait('button', /for Tenseness/);
  await writeNote(panel, NOTE);
  await panel.click('button', 'End session');
  await panel.wait('button', 'Review now');
  await panel.close();
}

/** Rates the core in its order. */
export async function rate(surface: Surface, ratings: readonly string[]): Promise<void> {
  for (const [index, rating] of ratings.entries())
    await surface.within('radiogroup', CORE[index] as string).click('radio', rating);
}

/** Rates the newest session oneself. */
export async function auditLatest(browser: Browser, ratings: readonly string[]): Promise<void> {
  const desk = await browser.openPage('desk.html', '#/latest');
  await desk.click('link', 'Self-audit');
  await desk.wait('heading', 'Self-audit');
  await rate(desk, ratings);
  await desk.click('button', 'Finish audit');
  await desk.wait('status', /^Audit finished/);
  await desk.close();
}

export async function openSupervision(browser: Browser): Promise<PageSurface> {
  const desk = await browser.openPage('desk.html');
  await desk.click('link', 'Supervision');
  await desk.wait('heading', 'Make a packet');
  return desk;
}

/** Chooses both sessions for a packet. */
export async function chooseAll(desk: PageSurface): Promise<void> {
  await desk.until(`document.querySelectorAll('.to-choose input').length === 2`, 'both sessions');
  await desk.eval(`document.querySelectorAll('.to-choose input').forEach(box => box.click())`);
}

export async function savePacket(desk: PageSurface): Promise<void> {
  await desk.fill('textbox', 'Packet passphrase', PACKET);
  await desk.fill('textbox', 'Repeat packet passphrase', PACKET);
  await desk.click('button', 'Save packet');
}

export async function bringHome(desk: PageSurface, file: string): Promise<void> {
  if (await desk.has('button', 'Make a packet')) await desk.click('button', 'Make a packet');
  await desk.click('button', 'Bring ratings home');
  await desk.attach('Ratings file', file);
  await desk.fill('textbox', 'Packet passphrase', PACKET);
  await desk.click('button', 'Bring ratings home');
}

/** What stands on the page as it is printed. The page is loaded anew after that. */
export async function printed(desk: PageSurface): Promise<string> {
  await desk.eval(`(() => {
    globalThis.print = () => { globalThis.wasPrinted = true; };
    for (const sheet of document.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule instanceof CSSMediaRule)
          rule.media.mediaText = rule.media.mediaText === 'print' ? 'all' : rule.media.mediaText;
    [...document.querySelectorAll('button')].find(one => one.textContent === 'Print').click();
  })()`);
  expect(await desk.eval('globalThis.wasPrinted')).toBe(true);
  const text = await desk.text();
  await desk.reload();
  await desk.click('link', 'Supervision');
  await desk.wait('heading', 'Make a packet');
  return text;
}

export async function read(file: string): Promise<unknown> {
  const opened = await openAgeFile(new Blob([readFileSync(file)]), { by: 'passphrase', passphrase: PACKET });
  return JSON.parse(await new Response(opened?.bytes as BodyInit).text());
}

/** Locks a document as Sidelight does, beside another file. */
export async function lock(document: object, beside: string, name: string): Promise<string> {
  const plain = new Blob([JSON.stringify(document)]).stream();
  const { bytes } = await sealAgeFile(plain, { by: 'passphrase', passphrase: PACKET });
  const file = join(dirname(beside), name);
  writeFileSync(file, new Uint8Array(await new Response(bytes as BodyInit).arrayBuffer()));
  return file;
}
