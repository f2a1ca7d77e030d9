import { setTimeout as pause } from 'node:timers/promises';
import type { Surface } from '../e2e/rig/surface';
import type { Finding } from './report';
import { figure, showSpread, spreadOf } from './spread';

const BEHAVIOUR = 'Say how today will work';

/**
 * How long after a click in one page another shows it. The floor is what no library can beat: a raw strict put, told over
 * a BroadcastChannel and read by the other page.
 */
export async function measureOtherPage(
  browserName: string,
  one: Surface,
  other: Surface,
  times: number,
): Promise<Finding> {
  await one.eval(installWriter);
  await other.eval(installReader);
  const floors: number[] = [];
  const ours: number[] = [];
  for (let turn = 0; turn < times + 3; turn += 1) {
    const written = await one.eval<number>('pageProbe.write()');
    const floor = (await stampAfter(other, 'read', written)) - written;
    await one.click('checkbox', BEHAVIOUR);
    const clicked = await one.eval<number>('pageProbe.clicked');
    const told = (await stampAfter(other, 'seen', clicked)) - clicked;
    if (turn < 3) continue;
    floors.push(floor);
    ours.push(told);
  }
  const floor = spreadOf(floors);
  const told = spreadOf(ours);
  const what = `tick in one page → shown in another (${browserName})`;
  return {
    rows: [
      {
        what,
        floor: figure(floor.median, 'ms'),
        ours: figure(told.median, 'ms'),
        ratio: figure(told.median / floor.median),
        reach: '',
        isReached: null,
      },
    ],
    notes: [
      `${what}: ${showSpread(told, 'ms')}; raw strict put → BroadcastChannel → raw get ${showSpread(floor, 'ms')}.`,
    ],
  };
}

/** Asks seldom, so that the asking does not slow down what is asked about. */
async function stampAfter(page: Surface, stamp: 'read' | 'seen', since: number): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    await pause(100);
    const at = await page.eval<number>(`pageProbe.${stamp}`);
    if (at > since) return at;
  }
  throw new Error('The other page showed nothing within five seconds.');
}

// Sent into the pages as source: each uses nothing from outside itself. Both stamp with the wall clock of their one browser.

async function installWriter(): Promise<void> {
  const now = () => performance.timeOrigin + performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-pages');
    request.onupgradeneeded = () => request.result.createObjectStore('rows');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const channel = new BroadcastChannel('bench-pages');
  const probe = {
    clicked: 0,
    write: () =>
      new Promise<number>(resolve => {
        const start = now();
        const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
        transaction.objectStore('rows').put(new Uint8Array(92), 1);
        transaction.oncomplete = () => {
          channel.postMessage(1);
          resolve(start);
        };
      }),
  };
  addEventListener(
    'click',
    event => {
      if (event.target instanceof HTMLInputElement) probe.clicked = now();
    },
    { capture: true },
  );
  Object.assign(globalThis, { pageProbe: probe });
}

async function installReader(): Promise<void> {
  const now = () => performance.timeOrigin + performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-pages');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const probe = { read: 0, seen: 0 };
  new BroadcastChannel('bench-pages').onmessage = () => {
    const request = database.transaction('rows').objectStore('rows').get(1);
    request.onsuccess = () => {
      probe.read = now();
    };
  };
  new MutationObserver(() => {
    probe.seen = now();
  }).observe(document.body, { subtree: true, attributeFilter: ['data-mark'] });
  Object.assign(globalThis, { pageProbe: probe });
}
