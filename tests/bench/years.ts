import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { build } from 'vite';
import type { Browser, PageSurface } from '../e2e/rig/surface';
import { createVault, PASSPHRASE } from '../e2e/steps';
import { idOf, madeUpBackup, madeUpEvents } from '../fixtures/made-up-sessions';
import { FLOOR_PAGE } from './bench-copy';
import { visit } from './first-paint';
import { readMemory } from './peak-memory';
import type { Finding } from './report';
import { spreadOf } from './spread';
import {
  addYearsProbe,
  enterSearch,
  heldKey,
  openRaw,
  openReviews,
  pressUnlock,
  type Raw,
  scrollThrough,
  typeSlowly,
} from './years-probe';
import { rowsOfYears, type YearsMeasured } from './years-rows';

/** How many sessions, the least first. A hundred thousand are measured only when `SIDELIGHT_BENCH_YEARS` asks for them. */
const SIZES = [10, 1_000, 10_000, ...(process.env.SIDELIGHT_BENCH_YEARS ? [100_000] : [])];
const FLOOR = 'floor-years.js';
const TIMES = 7;
const FRAMES = 120;
const TYPED = 'shoulders came up when';
/** Lines that stand in the list at once. */
const AT_ONCE = 40;
const UNLOCKS = 3;
/** Sessions in a backup that fills the vault. */
const IN_A_FILE = 10_000;
/** What is read after unlocking comes to rest. */
const REST_MS = 3_000;
/** An idle browser gives back what it needs no more only after half a minute. */
const TIDIED_MS = 45_000;

/** Puts the floor and the probe beside the extension's own scripts. To be called before the browser starts. */
export async function addYearsFloor(folder: string): Promise<void> {
  const entry = join(import.meta.dirname, 'years-floor.ts');
  const lib = { entry, formats: ['es' as const], fileName: () => FLOOR };
  await build({ configFile: false, logLevel: 'warn', build: { lib, outDir: folder, emptyOutDir: false } });
  addYearsProbe(folder);
}

/**
 * How the desk and the search grow with the years.
 * @param inBrowser gives each size a browser of its own.
 */
export async function measureYears(
  browserName: string,
  inBrowser: (work: (browser: Browser) => Promise<YearsMeasured>) => Promise<YearsMeasured>,
  sizes: readonly number[] = SIZES,
): Promise<Finding> {
  const all: YearsMeasured[] = [];
  for (const sessions of sizes) {
    all.push(await inBrowser(browser => measureOne(browser, sessions)));
    console.log(`years (${browserName}): ${sessions} sessions measured.`);
  }
  return { rows: all.flatMap(one => rowsOfYears(browserName, one, all[0] as YearsMeasured)), notes: [] };
}

async function measureOne(browser: Browser, sessions: number): Promise<YearsMeasured> {
  await fill(browser, (await createVault(browser)).desk, sessions);
  await pause(REST_MS);
  // What the restore took would be counted as the locked page's own, so a browser begins anew with what is on the disk.
  await browser.kill();
  await browser.relaunch();
  // The desk opens by itself after an install, which the browser takes this start for; a second one would read everything too.
  const itself = await browser.expectPage('desk.html').catch(() => null);
  await itself?.close();
  const desk = await browser.openPage('desk.html', '#/sessions');
  await waitLocked(desk, sessions);
  await pause(REST_MS);
  const locked = readMemory(browser.profile)?.kept ?? null;
  const opened: Opened[] = [];
  for (let time = 0; time < UNLOCKS; time += 1) {
    if (time > 0) await lock(desk, sessions);
    await enter(desk);
    const { pressed, derived, list, whole } = await desk.eval<YearsInstants>('({ ...yearsProbe })');
    const task = await longest(desk);
    opened.push({ unlocked: list - pressed, first: list - derived, all: whole - derived, task });
  }
  const middle = (of: keyof Opened) => spreadOf(opened.map(one => one[of])).median;

  const indexed = await desk.eval<Entered>(`(${enterSearch})()`);
  const keystrokes = await desk.eval<number[]>(`(${typeSlowly})(${JSON.stringify(TYPED)})`);
  const searchTask = await longest(desk);
  await pause(TIDIED_MS);
  const searched = readMemory(browser.profile)?.kept ?? null;

  const height = await desk.eval<number>('document.documentElement.scrollHeight');
  const dropped = await scroll(desk, height);
  const review = await desk.eval<number[]>(`(${openReviews})(${TIMES})`);

  const held = await desk.eval<string>(`(${heldKey})()`);
  const raws: Raw[] = [];
  for (let time = 0; time < UNLOCKS; time += 1) {
    // In a page as new as the one that unlocks.
    if (time === 0) await lock(desk, sessions);
    else await desk.reload();
    await desk.wait('textbox', 'Passphrase');
    await pause(REST_MS);
    raws.push(await desk.eval<Raw>(`(${openRaw})(${JSON.stringify({ held, newest: AT_ONCE })})`));
  }
  const raw = {
    first: spreadOf(raws.map(({ first }) => first)).median,
    all: spreadOf(raws.map(({ all }) => all)).median,
  };
  await desk.reload();
  await waitLocked(desk, sessions);
  // It waits in the page until the list stands, so that nobody has to ask for it meanwhile.
  await desk.eval(`void (globalThis.entered = (${enterSearch})())`);
  await enter(desk);
  const atOnce = await desk.eval<Entered>('globalThis.entered');
  const { derived } = await desk.eval<{ derived: number }>('({ ...yearsProbe })');

  const lists: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await desk.reload();
    lists.push(await painted(desk, 'list'));
    await pause(500);
  }

  const floor = await desk.eval<number>(`import('/${FLOOR}').then(({ runFloor }) => runFloor(${sessions}))`);
  const emptyPage: number[] = [];
  for (let time = 0; time < TIMES + 1; time += 1) emptyPage.push((await visit(desk, FLOOR_PAGE)).first);
  const floorDropped = await scroll(desk, height);
  return {
    sessions,
    list: spreadOf(lists).median,
    unlocked: middle('unlocked'),
    firstAfterKey: middle('first'),
    allAfterKey: middle('all'),
    raw,
    index: indexed.whole - indexed.entered,
    floor,
    searchableAfterKey: atOnce.found - derived,
    keystrokes,
    openTask: Math.max(...opened.map(({ task }) => task)),
    searchTask,
    memory: searched !== null && locked !== null ? searched - locked : null,
    dropped,
    floorDropped,
    review: spreadOf(review).median,
    // The first visit fills the browser's caches.
    emptyPage: spreadOf(emptyPage.slice(1)).median,
  };
}

/** Instants as the probe notes them. */
interface YearsInstants {
  readonly pressed: number;
  readonly derived: number;
  readonly list: number;
  readonly whole: number;
}

/** Milliseconds of one unlock. */
interface Opened {
  readonly unlocked: number;
  readonly first: number;
  readonly all: number;
  readonly task: number;
}

interface Entered {
  readonly entered: number;
  readonly found: number;
  readonly whole: number;
}

/** Unlocks, and comes back when the page rests. */
async function enter(desk: PageSurface): Promise<void> {
  await desk.fill('textbox', 'Passphrase', PASSPHRASE);
  await desk.eval(`(${pressUnlock})(${REST_MS})`);
}

async function lock(desk: PageSurface, sessions: number): Promise<void> {
  await desk.click('button', 'Lock now');
  await waitLocked(desk, sessions);
}

async function waitLocked(desk: PageSurface, sessions: number): Promise<void> {
  await desk.wait('textbox', 'Passphrase', 60_000);
  await desk.eval(`void (yearsProbe.sessions = ${sessions})`);
}

/** Frames left out, the fewest of three times: others may have had the processor. */
async function scroll(desk: PageSurface, height: number): Promise<number> {
  const asked = JSON.stringify({ height, frames: FRAMES });
  const all: number[] = [];
  for (let time = 0; time < 3; time += 1) all.push(await desk.eval<number>(`(${scrollThrough})(${asked})`));
  return Math.min(...all);
}

function longest(desk: PageSurface): Promise<number> {
  return desk.eval<number>('Math.max(0, ...yearsProbe.tasks.splice(0))');
}

async function painted(desk: PageSurface, name: 'list'): Promise<number> {
  await desk.until(`Number.isFinite(globalThis.yearsProbe?.${name} ?? Infinity)`, 'the first line', 60_000);
  return desk.eval<number>(`yearsProbe.${name}`);
}

/** The newest session waits for its review, in a small vault too. */
async function fill(browser: Browser, desk: PageSurface, sessions: number): Promise<void> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const file = join(dirname(browser.profile), 'years.age');
  const tell = (number: number) => {
    const events = madeUpEvents(number === sessions - 1 ? 9_999 : number % 10_000);
    return { id: idOf(number), events: events.map((event, seq) => ({ seq, event })) };
  };
  await desk.eval(`location.hash = '#/settings'`);
  for (let from = 0; from < sessions; from += IN_A_FILE) {
    const count = Math.min(IN_A_FILE, sessions - from);
    const backup = {
      ...madeUpBackup(0),
      sessions: Array.from({ length: count }, (_, index) => tell(from + index)),
    };
    writeFileSync(file, await encrypter.encrypt(JSON.stringify(backup)));
    if (from > 0) await desk.reload();
    await desk.wait('heading', 'Restore');
    await desk.attach('Backup file', file);
    await desk.fill('textbox', 'Recovery key', identity);
    await desk.click('button', 'Restore now');
    await desk.wait('status', /The backup of .* is restored/, 600_000);
  }
}
