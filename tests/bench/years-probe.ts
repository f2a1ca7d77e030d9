import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the desk's page notes by itself; instants are milliseconds of its own clock. */
export interface YearsProbe {
  /** When the first line of the list was painted. */
  list: number | null;
  /** When as many sessions were known as `sessions` says. */
  whole: number | null;
  sessions: number;
  /** When Unlock was pressed, and when the passphrase had become a key. */
  pressed: number;
  derived: number;
  /** When a review was painted. */
  review: number | null;
  /** Milliseconds of each task over 50. */
  tasks: number[];
}

/** Firefox tells no long tasks; there a timer that is late by so much counts as one. */
const PROBE = `(() => {
  const probe = globalThis.yearsProbe =
    { list: null, whole: null, sessions: Infinity, pressed: 0, derived: 0, review: null, tasks: [] };
  addEventListener('submit', () => {
    Object.assign(probe, { pressed: performance.now(), list: null, whole: null });
    probe.tasks.length = 0;
  }, true);
  const Plain = Worker;
  globalThis.Worker = class extends Plain {
    constructor(url, options) {
      super(url, options);
      if (String(url).includes('argon2'))
        this.addEventListener('message', () => { probe.derived = performance.now(); });
    }
  };
  const painted = name => {
    probe[name] = Infinity;
    requestAnimationFrame(() => setTimeout(() => { probe[name] = performance.now(); }));
  };
  new MutationObserver(() => {
    if (probe.review === null && document.querySelector('section.review')) painted('review');
    if (!document.querySelector('[data-session]')) return;
    if (probe.list === null) painted('list');
    if (probe.whole !== null) return;
    const rows = [...document.querySelectorAll('ul.windowed')]
      .map(list => Number(list.style.getPropertyValue('--rows')));
    if (rows.reduce((sum, each) => sum + each, 0) >= probe.sessions) probe.whole = performance.now();
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) probe.tasks.push(duration);
    }).observe({ type: 'longtask' });
    return;
  }
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - last - 5 > 50) probe.tasks.push(now - last - 5);
    last = now;
  }, 5);
})();`;

/** Puts the probe before the desk's own script. To be called before the browser starts. */
export function addYearsProbe(folder: string): void {
  const desk = join(folder, 'desk.js');
  writeFileSync(desk, `${PROBE}${readFileSync(desk, 'utf8')}`);
}

// Sent into the pages as source; they use nothing from outside themselves.

/**
 * Presses Unlock, and asks nothing of the page until every line is known and some rest has passed: looking for what is on the
 * screen takes the page's time.
 */
export async function pressUnlock(rest: number): Promise<void> {
  const { yearsProbe: probe } = globalThis as unknown as { yearsProbe: YearsProbe };
  const pause = (ms: number) => new Promise(done => setTimeout(done, ms));
  document.querySelector<HTMLInputElement>('input[type=password]')?.form?.requestSubmit();
  while (probe.whole === null || !Number.isFinite(probe.list ?? Number.POSITIVE_INFINITY)) await pause(20);
  await pause(rest);
}

/**
 * Goes to the search box as soon as it is there and waits for the index.
 * @returns when every session could be found, and when the index was whole.
 */
export async function enterSearch(): Promise<{ entered: number; found: number; whole: number }> {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const { yearsProbe: probe } = globalThis as unknown as { yearsProbe: YearsProbe };
  while (!Number.isFinite(probe.list ?? Number.POSITIVE_INFINITY)) await frame();
  const entered = performance.now();
  document.querySelector<HTMLInputElement>('input[type=search]')?.focus();
  await frame();
  await frame();
  let found = 0;
  for (;;) {
    const progress = document.querySelector('search progress');
    if (found === 0 && progress?.getAttribute('aria-label') !== 'Reading your sessions')
      found = performance.now();
    if (!progress) return { entered, found, whole: performance.now() };
    await frame();
  }
}

/** @returns for each letter typed the milliseconds until what it finds was drawn. */
export async function typeSlowly(typed: string): Promise<number[]> {
  const box = document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
  const main = document.querySelector('main') as HTMLElement;
  const keystrokes: number[] = [];
  for (let length = 2; length <= typed.length; length += 1) {
    let start = 0;
    const drawn = new Promise<number | null>(done => {
      const told = new MutationObserver(() => {
        told.disconnect();
        requestAnimationFrame(() => done(performance.now() - start));
      });
      told.observe(main, { childList: true, subtree: true, characterData: true });
      setTimeout(() => done(null), 400);
    });
    start = performance.now();
    box.value = typed.slice(0, length);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const took = await drawn;
    if (took !== null && length > 2) keystrokes.push(took);
    await new Promise(done => setTimeout(done, 100));
  }
  box.value = '';
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return keystrokes;
}

/** Scrolls through a page of `height` pixels for so many frames. @returns how many frames were left out. */
export async function scrollThrough({ height, frames }: { height: number; frames: number }): Promise<number> {
  if (document.documentElement.scrollHeight < height) document.body.style.height = `${height}px`;
  const frame = () => new Promise<number>(requestAnimationFrame);
  // A flick of the wheel at first, then ever faster: down to the end once.
  const far = document.documentElement.scrollHeight - innerHeight;
  let last = await frame();
  let dropped = 0;
  for (let count = 1; count <= frames; count += 1) {
    scrollTo(0, far * (count / frames) ** 3);
    const now = await frame();
    dropped += Math.max(0, Math.round(((now - last) * 60) / 1_000) - 1);
    last = now;
  }
  scrollTo(0, 0);
  return dropped;
}

/** Opens the first session that waits for its review, from the list, several times. @returns press → painted, each. */
export async function openReviews(times: number): Promise<number[]> {
  const { yearsProbe: probe } = globalThis as unknown as { yearsProbe: YearsProbe };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise(done => setTimeout(done, 20));
  };
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    location.hash = '#/sessions';
    await until(() => document.querySelector('[aria-labelledby="to-review-title"] a') !== null);
    await new Promise(done => setTimeout(done, 300));
    probe.review = null;
    const start = performance.now();
    document.querySelector<HTMLElement>('[aria-labelledby="to-review-title"] a')?.click();
    await until(() => Number.isFinite(probe.review ?? Number.POSITIVE_INFINITY));
    took.push((probe.review ?? 0) - start);
  }
  location.hash = '#/sessions';
  return took;
}

/** The open vault's key, for opening its boxes with the browser's own means. */
export async function heldKey(): Promise<string> {
  const { chrome, browser } = globalThis as unknown as Record<
    'chrome' | 'browser',
    { storage: { session: { get(name: string): Promise<{ held: { key: string } }> } } }
  >;
  return (await (chrome ?? browser).storage.session.get('held')).held.key;
}

/**
 * Reads the lines of the list as they lie on the disk, opens and parses them, with nothing but the browser's own means and
 * once only, as an unlocking does.
 * @returns milliseconds for the newest so many, and then for all.
 */
export async function openRaw({ held, newest }: { held: string; newest: number }): Promise<Raw> {
  const bytes = Uint8Array.fromBase64(held);
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  interface Row {
    readonly n: number;
    readonly id: string;
    readonly box: Uint8Array<ArrayBuffer>;
  }
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const open = async ({ id, box }: Row) => {
    const address = encoder.encode(JSON.stringify(['sidelight box 1', 'sessions', id, 0, 1]));
    const algorithm = { name: 'AES-GCM', iv: box.subarray(0, 12), additionalData: address };
    return JSON.parse(decoder.decode(await crypto.subtle.decrypt(algorithm, key, box.subarray(12))));
  };
  const database = await answer(indexedDB.open('sidelight'));
  const rowsFrom = (range: IDBKeyRange | null): Promise<Row[]> =>
    answer(database.transaction('sessions').objectStore('sessions').getAll(range));
  const keys = await answer(database.transaction('sessions').objectStore('sessions').getAllKeys());
  const from = keys.at(-newest) ?? keys[0];
  const timed = async (range: IDBKeyRange | null) => {
    const start = performance.now();
    await Promise.all((await rowsFrom(range)).map(open));
    return performance.now() - start;
  };
  const first = await timed(from === undefined ? null : IDBKeyRange.lowerBound(from));
  const all = await timed(null);
  database.close();
  return { first, all };
}

export interface Raw {
  readonly first: number;
  readonly all: number;
}
