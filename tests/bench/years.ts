import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { build } from 'vite';
import type { Browser, PageSurface } from '../e2e/rig/surface';
import { createVault, unlock } from '../e2e/steps';
import { madeUpBackup } from '../fixtures/made-up-sessions';
import { readMemory } from './peak-memory';
import type { Finding, Row } from './report';
import { figure, spreadOf } from './spread';

/** How many sessions, the least first. A hundred thousand are measured only when `SIDELIGHT_BENCH_YEARS` asks for them. */
const SIZES = [10, 1_000, 10_000, ...(process.env.SIDELIGHT_BENCH_YEARS ? [100_000] : [])];
const FLOOR = 'floor-years.js';
const REACH = { growth: 1.5, index: 2, frame: 1_000 / 60, task: 50, memory: 150 };
const MIB = 2 ** 20;
const RELOADS = 7;
const TYPED = 'shoulders came up when';

/** What was measured with so many sessions: milliseconds, and bytes. */
interface Measured {
  readonly sessions: number;
  readonly list: number;
  readonly unlocked: number;
  readonly index: number;
  readonly floor: number;
  readonly keystrokes: readonly number[];
  /** The longest task of the page while the index was built and words were typed. */
  readonly task: number;
  /** What the search added. */
  readonly memory: number | null;
}

/** Notes when the first line of the list was painted, when Unlock was pressed, and each task over 50 ms. */
const PROBE = `(() => {
  const probe = globalThis.yearsProbe = { list: null, pressed: 0, tasks: [] };
  addEventListener('submit', () => { probe.pressed = performance.now(); probe.list = null; }, true);
  new MutationObserver(() => {
    if (probe.list !== null || !document.querySelector('[data-session]')) return;
    probe.list = Infinity;
    requestAnimationFrame(() => setTimeout(() => { probe.list = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) probe.tasks.push(duration);
  }).observe({ type: 'longtask' });
})();`;

/** Puts the floor and the probe beside the extension's own scripts. To be called before the browser starts. */
export async function addYearsFloor(folder: string): Promise<void> {
  const entry = join(import.meta.dirname, 'years-floor.ts');
  const lib = { entry, formats: ['es' as const], fileName: () => FLOOR };
  await build({ configFile: false, logLevel: 'warn', build: { lib, outDir: folder, emptyOutDir: false } });
  const desk = join(folder, 'desk.js');
  writeFileSync(desk, `${PROBE}${readFileSync(desk, 'utf8')}`);
}

/**
 * How the desk and the search grow with the years.
 * @param inBrowser gives each size a browser of its own.
 */
export async function measureYears(
  browserName: string,
  inBrowser: (work: (browser: Browser) => Promise<Measured>) => Promise<Measured>,
  sizes: readonly number[] = SIZES,
): Promise<Finding> {
  const all: Measured[] = [];
  for (const sessions of sizes) all.push(await inBrowser(browser => measureOne(browser, sessions)));
  return { rows: all.flatMap(one => rowsOf(browserName, one, all[0] as Measured)), notes: [] };
}

async function measureOne(browser: Browser, sessions: number): Promise<Measured> {
  const { desk } = await createVault(browser);
  await fill(browser, desk, sessions);
  await desk.eval(`location.hash = '#/sessions'`);
  const lists: number[] = [];
  for (let time = 0; time < RELOADS; time += 1) {
    await desk.reload();
    lists.push(await firstLine(desk));
  }
  await desk.click('button', 'Lock now');
  await desk.wait('textbox', 'Passphrase');
  await unlock(desk);
  const unlocked = (await firstLine(desk)) - (await desk.eval<number>('yearsProbe.pressed'));
  // Everything else that is read after unlocking is to be over.
  await desk.eval(`new Promise(done => setTimeout(done, 5_000))`);
  const before = readMemory(browser.profile);
  const told = await desk.eval<Pick<Measured, 'index' | 'keystrokes' | 'task'>>(
    `(${search})(${JSON.stringify(TYPED)})`,
  );
  const after = readMemory(browser.profile);
  const floor = await desk.eval<number>(`import('/${FLOOR}').then(({ runFloor }) => runFloor(${sessions}))`);
  return {
    sessions,
    list: spreadOf(lists).median,
    unlocked,
    ...told,
    floor,
    memory: before && after ? after.now - before.now : null,
  };
}

async function fill(browser: Browser, desk: PageSurface, sessions: number): Promise<void> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const file = join(dirname(browser.profile), 'years.age');
  writeFileSync(file, await encrypter.encrypt(JSON.stringify(madeUpBackup(sessions))));
  await desk.eval(`location.hash = '#/settings'`);
  await desk.wait('heading', 'Restore');
  await desk.attach('Backup file', file);
  await desk.fill('textbox', 'Recovery key', identity);
  await desk.click('button', 'Restore now');
  await desk.wait('status', /The backup of .* is restored/, 1_800_000);
}

async function firstLine(desk: PageSurface): Promise<number> {
  await desk.until('Number.isFinite(globalThis.yearsProbe?.list ?? Infinity)', 'the first line', 60_000);
  return desk.eval<number>('yearsProbe.list');
}

/** Runs in the page: goes to the search box, waits for the index, then types. */
async function search(typed: string): Promise<Pick<Measured, 'index' | 'keystrokes' | 'task'>> {
  const { yearsProbe: probe } = globalThis as unknown as { yearsProbe: { tasks: number[] } };
  const box = document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const isBuilding = () => document.querySelector('search progress') !== null;
  probe.tasks.length = 0;
  let start = performance.now();
  box.focus();
  await frame();
  await frame();
  while (isBuilding()) await frame();
  const index = performance.now() - start;

  const keystrokes: number[] = [];
  const main = document.querySelector('main') as HTMLElement;
  for (let length = 2; length <= typed.length; length += 1) {
    const drawn = new Promise<number | null>(done => {
      const told = new MutationObserver(() => {
        told.disconnect();
        requestAnimationFrame(() => done(performance.now() - start));
      });
      told.observe(main, { childList: true, subtree: true, characterData: true });
      setTimeout(() => done(null), 1_000);
    });
    start = performance.now();
    box.value = typed.slice(0, length);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const took = await drawn;
    if (took !== null && length > 2) keystrokes.push(took);
    await new Promise(done => setTimeout(done, 100));
  }
  return { index, keystrokes, task: Math.max(0, ...probe.tasks) };
}

function rowsOf(browserName: string, one: Measured, least: Measured): Row[] {
  const what = `with ${one.sessions.toLocaleString('en')} sessions (${browserName})`;
  const grown = (name: 'list' | 'unlocked', told: string): Row => ({
    what: `${told} ${what}`,
    floor: figure(least[name], 'ms'),
    ours: figure(one[name], 'ms'),
    ratio: figure(one[name] / least[name]),
    reach: `≤ ${REACH.growth} of ${least.sessions}`,
    isReached: one === least ? null : one[name] / least[name] <= REACH.growth,
  });
  const keystroke = one.keystrokes.length > 0 ? spreadOf(one.keystrokes) : null;
  return [
    grown('list', 'desk: navigation → first line of the list painted'),
    grown('unlocked', 'desk: Unlock pressed → first line painted, key derivation included,'),
    {
      what: `search: box entered → index whole ${what}`,
      floor: figure(one.floor, 'ms'),
      ours: figure(one.index, 'ms'),
      ratio: figure(one.index / one.floor),
      reach: `≤ ${REACH.index} at 10,000`,
      isReached: one.sessions === 10_000 ? one.index / one.floor <= REACH.index : null,
    },
    {
      what: `search: keystroke → answer drawn ${what}`,
      floor: figure(REACH.frame, 'ms'),
      ours: keystroke ? `${figure(keystroke.median, 'ms')} (most ${figure(keystroke.most)})` : '–',
      ratio: keystroke ? figure(keystroke.median / REACH.frame) : '–',
      reach: '≤ 1 frame and the one that draws',
      isReached: keystroke ? keystroke.median <= 2 * REACH.frame : null,
    },
    {
      what: `search: longest task of the page ${what}`,
      floor: '–',
      ours: figure(one.task, 'ms'),
      ratio: '–',
      reach: `≤ ${REACH.task} ms`,
      isReached: one.task <= REACH.task,
    },
    {
      what: `search: memory it adds ${what}`,
      floor: '–',
      ours: one.memory === null ? '–' : figure(one.memory / MIB, 'MiB'),
      ratio: '–',
      reach: `≤ ${REACH.memory} MiB`,
      isReached: one.memory === null ? null : one.memory / MIB <= REACH.memory,
    },
  ];
}
