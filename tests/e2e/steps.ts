import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, PageSurface, Surface } from './rig/surface';

export const PASSPHRASE = 'four quiet lamps tonight';

/**
 * Goes through Welcome as a person does.
 * @param answer to the question whether notes on this device are approved; it may stay open.
 * @returns the desk, and the recovery key as it was shown.
 */
export async function createVault(
  browser: Browser,
  answer?: 'Yes' | 'Not yet, or not sure',
): Promise<{ desk: PageSurface; recoveryKey: string }> {
  const desk = await browser.openPage('desk.html');
  if (answer) await desk.click('radio', answer);
  await desk.fill('textbox', 'Passphrase', PASSPHRASE);
  await desk.fill('textbox', 'Repeat passphrase', PASSPHRASE);
  await desk.click('button', 'Create vault');
  await desk.wait('any', 'Recovery key', 30_000);
  const { text } = await desk.state('any', 'Recovery key');
  await desk.click('checkbox', 'I have stored the recovery key');
  await desk.click('button', 'Continue');
  await desk.wait('heading', 'Sessions');
  return { desk, recoveryKey: text.trim() };
}

export async function unlock(surface: Surface, passphrase = PASSPHRASE): Promise<void> {
  await surface.fill('textbox', 'Passphrase', passphrase);
  await surface.click('button', 'Unlock');
  await surface.waitGone('button', 'Unlock', 20_000);
}

export async function startSession(panel: Surface, client: string): Promise<void> {
  await panel.wait('button', 'Start session');
  if (client) await panel.fill('textbox', 'Client code', client);
  await panel.click('button', 'Start session');
  await panel.wait('radiogroup', 'Phase');
}

export async function tick(surface: Surface, label: string): Promise<void> {
  await surface.click('checkbox', label);
  await isTicked(surface, label, true);
}

/** Waits until a behaviour's box shows what it should. */
export async function isTicked(
  surface: Surface,
  label: string,
  wanted: boolean,
  withinMs = 5_000,
): Promise<void> {
  const until = Date.now() + withinMs;
  while ((await surface.state('checkbox', label)).checked !== wanted) {
    if (Date.now() > until)
      throw new Error(`“${label}” is not ${wanted ? 'ticked' : 'unticked'} after ${withinMs} ms.`);
    await pause(25);
  }
}

/** Types a note and waits until it says that it is saved. */
export async function writeNote(panel: Surface, text: string): Promise<void> {
  await panel.fill('textbox', 'Note', text);
  await panel.until(`document.getElementById('note-state')?.textContent === 'Saved'`, 'the note to be saved');
}

/** Opens the newest session on the desk. */
export async function readBack(desk: PageSurface): Promise<void> {
  await desk.eval(`location.hash = '#/sessions'`);
  await desk.wait('heading', 'Sessions');
  await desk.eval(`location.hash = '#/latest'`);
  await desk.wait('heading', 'Timeline');
}
