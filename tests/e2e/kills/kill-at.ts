import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, PageSurface } from '../rig/surface';

/** Kills the whole browser when this many milliseconds have passed since `begun`, and starts it again with its profile. */
export async function killAt(browser: Browser, begun: number, after: number): Promise<void> {
  await pause(Math.max(0, begun + after - performance.now()));
  await browser.kill();
  // The tool that launches Firefox tidies up its profile for a moment after the end.
  if (browser.name === 'firefox') await pause(300);
  await browser.relaunch();
}

/** Whether a page shows this now. A page that is just being replaced, or does not answer at once, shows nothing. */
export function shows(page: PageSurface, words: RegExp): Promise<boolean> {
  const source = `new RegExp(${JSON.stringify(words.source)}, '${words.flags}').test(document.body.innerText)`;
  return Promise.race([page.eval<boolean>(source).catch(() => false), pause(200, false)]);
}

/** Tries each passphrase on a locked desk. @returns the first that opens it; throws when none does. */
export async function unlockWithAny(desk: PageSurface, passphrases: readonly string[]): Promise<string> {
  for (const passphrase of passphrases) {
    // What the last one was told is still on the page.
    if (await desk.has('alert', /./)) await desk.reload();
    await desk.fill('textbox', 'Passphrase', passphrase);
    await desk.click('button', 'Unlock');
    await desk.until(
      `!document.querySelector('[type=password]') || !!document.querySelector('[role=alert]')`,
      'the passphrase to be tried',
      20_000,
    );
    if (await desk.has('link', 'Settings')) return passphrase;
  }
  throw new Error('No passphrase opens the vault.');
}
