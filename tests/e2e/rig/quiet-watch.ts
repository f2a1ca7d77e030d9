import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surface } from './surface';

/** What a page did since it was watched. Times are the computer's own, in milliseconds. */
export interface QuietWatch {
  /** Delays of all intervals it ever set. */
  readonly intervals: number[];
  /** When a timeout of less than a second, or an animation frame it had asked for, ran. */
  readonly wakes: { readonly at: number; readonly what: string }[];
  /** Tasks of more than 50 ms; null where the browser does not tell. */
  readonly longTasks: { readonly at: number; readonly duration: number }[] | null;
  /** What moved although nobody had just touched this page; null where the browser does not tell. */
  readonly shifts: { readonly at: number; readonly what: string }[] | null;
}

const SCRIPT = 'quiet-watch.js';
const PAGES = ['panel.html', 'strip.html'];

/** Makes every panel and strip of this copy of the extension watch itself from its first instruction on. */
export function addQuietWatch(folder: string): void {
  writeFileSync(join(folder, SCRIPT), `const __name = value => value; (${watchQuietly})();\n`);
  for (const page of PAGES) {
    const html = readFileSync(join(folder, page), 'utf8');
    const watched = html.replace('<head>', `<head><script src="/${SCRIPT}"></script>`);
    if (watched === html) throw new Error(`${page} has no head to put the watch in`);
    writeFileSync(join(folder, page), watched);
  }
}

/** A copy of the built extension that watches itself. */
export function quietCopy(built: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-quiet-'));
  cpSync(built, folder, { recursive: true });
  addQuietWatch(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function readWatch(page: Surface): Promise<QuietWatch> {
  return page.eval<QuietWatch>('quietWatch');
}

/** Where everything stands that must not move by itself, by name; `[left, top, width, height]` in whole pixels. */
export function readPlaces(page: Surface, selector: string): Promise<Record<string, number[]>> {
  return page.eval(`Object.fromEntries(
    [...document.querySelectorAll(${JSON.stringify(selector)})].map((one, index) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const name = index + ' ' + (one.id || one.getAttribute('aria-label') || one.className || one.textContent);
      return [name, [left + scrollX, top + scrollY, width, height].map(Math.round)];
    }),
  )`);
}

/** Milliseconds: wakes this near to each other are one waking. */
const ONE_WAKING = 100;

/**
 * How many times in a row a page woke again within a second. A timer faster than one a second goes on and on; what comes
 * once, such as another phase, wakes it a few times and is over.
 */
export function longestRun(wakes: QuietWatch['wakes']): number {
  const times = wakes.map(({ at }) => at).sort((one, other) => one - other);
  let [longest, run, last] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const at of times) {
    if (at - last > ONE_WAKING) run = at - last < 1_000 ? run + 1 : 1;
    last = at;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Moves this page's clock forward: what comes by time comes now. The watch keeps the computer's own. */
export function letPass(page: Surface, minutes: number): Promise<void> {
  return page.eval(
    `void (Date.now = (now => () => now() + ${minutes} * 60_000)(Date.now.bind(Date)))`,
  ) as Promise<void>;
}

/** Runs in the page as it starts; uses nothing from outside itself. */
function watchQuietly(): void {
  const now = Date.now.bind(Date);
  const told = PerformanceObserver.supportedEntryTypes;
  const watch: QuietWatch = {
    intervals: [],
    wakes: [],
    longTasks: told.includes('longtask') ? [] : null,
    shifts: told.includes('layout-shift') ? [] : null,
  };
  type Act = (...given: unknown[]) => void;
  type Timer = (act: Act, delay?: number, ...given: unknown[]) => number;
  const interval = globalThis.setInterval.bind(globalThis) as Timer;
  const timeout = globalThis.setTimeout.bind(globalThis) as Timer;
  const frame = globalThis.requestAnimationFrame.bind(globalThis);
  const watchedInterval: Timer = (act, delay = 0, ...given) => {
    watch.intervals.push(delay);
    return interval(act, delay, ...given);
  };
  const watchedTimeout: Timer = (act, delay = 0, ...given) => {
    const watched: Act = (...again) => {
      if (delay < 1_000) watch.wakes.push({ at: now(), what: `timeout of ${delay} ms` });
      act(...again);
    };
    return timeout(watched, delay, ...given);
  };
  Object.assign(globalThis, { setInterval: watchedInterval, setTimeout: watchedTimeout });
  globalThis.requestAnimationFrame = act =>
    frame(time => {
      watch.wakes.push({ at: now(), what: 'animation frame' });
      act(time);
    });
  const at = (entry: PerformanceEntry) => performance.timeOrigin + entry.startTime;
  if (watch.longTasks)
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        watch.longTasks?.push({ at: at(entry), duration: entry.duration });
    }).observe({ type: 'longtask', buffered: true });
  if (watch.shifts)
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const { hadRecentInput, sources } = entry as unknown as {
          hadRecentInput: boolean;
          sources: { node: Node | null }[];
        };
        if (hadRecentInput) continue;
        const what = sources.map(({ node }) => (node?.textContent ?? '').trim().slice(0, 40)).join(' | ');
        watch.shifts?.push({ at: at(entry), what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { quietWatch: watch });
}
