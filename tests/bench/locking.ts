import type { Browser, Surface } from '../e2e/rig/surface';
import { createVault, startSession, unlock } from '../e2e/steps';
import type { Finding, Row } from './report';
import { figure, showSpread, spreadOf } from './spread';

const REACH_MS = 100;
const PAGES = ['panel', 'other panel', 'desk'] as const;
type Pages = Readonly<Record<(typeof PAGES)[number], Surface>>;

/** From the press on Lock now, or on Hide, until nothing is left to read on the slowest of three open pages. */
export async function measureLocking(browserName: string, browser: Browser, times: number): Promise<Finding> {
  const pages = await openPages(browser);
  const lock = await measurePress(pages, times, WHEN_BLANK, 'Lock now', async () => {
    for (const page of Object.values(pages)) await page.wait('button', 'Unlock', 15_000);
    await unlock(pages.panel);
    for (const page of [pages.panel, pages['other panel']]) await page.wait('button', 'End session');
    await pages.desk.wait('button', 'Lock now');
  });
  const curtain = await measurePress(pages, times, WHEN_COVERED, 'Hide', async () => {
    for (const page of Object.values(pages)) await page.wait('button', 'Show');
    await pages.panel.click('button', 'Show');
    for (const page of Object.values(pages)) await page.waitGone('button', 'Show');
  });
  return {
    rows: [
      row(`Lock now → nothing left on any of three pages (${browserName})`, lock),
      row(`Hide → curtain down on all three pages (${browserName})`, curtain),
    ],
    notes: [
      `locking (${browserName}), the slowest page: Lock now ${showSpread(spreadOf(lock), 'ms')}; Hide ${showSpread(spreadOf(curtain), 'ms')}.`,
    ],
  };
}

function row(what: string, slowest: readonly number[]): Row {
  const { median } = spreadOf(slowest);
  return {
    what,
    floor: '–',
    ours: figure(median, 'ms'),
    ratio: '–',
    reach: `≤ ${REACH_MS} ms`,
    isReached: median <= REACH_MS,
  };
}

async function openPages(browser: Browser): Promise<Pages> {
  const { desk } = await createVault(browser);
  await browser.openCall('data:text/html,<h1>Call</h1>');
  const panel = await browser.openPanel();
  await startSession(panel, 'K-17');
  const other = await browser.openPage('panel.html');
  await other.wait('button', 'End session');
  return { panel, 'other panel': other, desk };
}

/** @returns for each time how many milliseconds the slowest page took. */
async function measurePress(
  pages: Pages,
  times: number,
  watch: (name: string) => string,
  button: string,
  goBack: () => Promise<void>,
): Promise<number[]> {
  const slowest: number[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const name of PAGES) await pages[name].eval(watch(name));
    await pages.panel.eval(WHEN_PRESSED);
    await pages.panel.click('button', button);
    await goBack();
    const stamps = await pages.desk.eval<Record<string, string>>('({ ...localStorage })');
    await pages.desk.eval('localStorage.clear()');
    slowest.push(Math.max(...PAGES.map(name => Number(stamps[name]) - Number(stamps.pressed))));
  }
  return slowest;
}

// Sent into the pages. They stamp into their own storage with the wall clock, as no page outlives the lock.

/** The instant of the next press, before anything acts on it. */
const WHEN_PRESSED = `addEventListener('click', () => {
  localStorage.setItem('pressed', String(performance.timeOrigin + performance.now()));
}, { capture: true, once: true })`;

const whenever = (name: string, isSo: string) => `(() => {
  const watch = new MutationObserver(() => {
    if (!(${isSo})) return;
    localStorage.setItem('${name}', String(performance.timeOrigin + performance.now()));
    watch.disconnect();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
})()`;

const WHEN_BLANK = (name: string) =>
  whenever(name, `!document.getElementById('root') && document.body.innerText.trim() === ''`);
const WHEN_COVERED = (name: string) => whenever(name, `document.querySelector('.curtain')`);
