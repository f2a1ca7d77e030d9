import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import type { Surface } from '../e2e/rig/surface';
import type { Finding } from './report';
import { figure, showSpread, spreadOf } from './spread';

const LIBRARY = 'floor-dexie.js';
const BEHAVIOUR = 'Say how today will work';
/** Milliseconds. */
const REACH = 200;

/** Puts Dexie alone beside the extension's pages, for the floor. */
export async function addStripFloor(folder: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('dexie/dist/modern/dexie.mjs');
  const lib = { entry, formats: ['es' as const], fileName: () => LIBRARY };
  await build({ configFile: false, logLevel: 'warn', build: { lib, outDir: folder, emptyOutDir: false } });
}

/**
 * How long after a click in the strip the panel shows the tick. The floor is one strict Dexie write of as many bytes in the
 * strip's page, seen by a `liveQuery` in the panel's.
 */
export async function measureStrip(
  browserName: string,
  strip: Surface,
  panel: Surface,
  times: number,
): Promise<Finding> {
  const importLibrary = `import('/${LIBRARY}').then(library => { globalThis.FloorDexie = library; })`;
  await strip.eval(importLibrary);
  await strip.eval(installWriter);
  await panel.eval(importLibrary);
  await panel.eval(installReader);
  const floors: number[] = [];
  const ours: number[] = [];
  for (let turn = 0; turn < times + 3; turn += 1) {
    const written = await strip.eval<number>('stripProbe.write()');
    const floor = (await stampAfter(panel, 'read', written)) - written;
    await strip.click('checkbox', BEHAVIOUR);
    const clicked = await strip.eval<number>('stripProbe.clicked');
    const shown = (await stampAfter(panel, 'seen', clicked)) - clicked;
    if (turn < 3) continue;
    floors.push(floor);
    ours.push(shown);
  }
  const floor = spreadOf(floors);
  const shown = spreadOf(ours);
  const what = `tick in the strip → shown in the panel (${browserName})`;
  return {
    rows: [
      {
        what,
        floor: figure(floor.median, 'ms'),
        ours: figure(shown.median, 'ms'),
        ratio: figure(shown.median / floor.median),
        reach: `≤ ${REACH} ms`,
        isReached: shown.median <= REACH,
      },
    ],
    notes: [
      `${what}: ${showSpread(shown, 'ms')}; one Dexie write seen by a liveQuery in the other page ${showSpread(floor, 'ms')}.`,
    ],
  };
}

/** Asks seldom, so that the asking does not slow down what is asked about. */
async function stampAfter(page: Surface, stamp: 'read' | 'seen', since: number): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    await pause(100);
    const at = await page.eval<number>(`stripProbe.${stamp}`);
    if (at > since) return at;
  }
  throw new Error('The panel showed nothing within five seconds.');
}

// Sent into the pages as source: each uses nothing from outside itself. Both stamp with the wall clock of their one browser.

type Library = typeof import('dexie');

async function installWriter(): Promise<void> {
  const now = () => performance.timeOrigin + performance.now();
  const { Dexie } = (globalThis as unknown as { FloorDexie: Library }).FloorDexie;
  const database = new Dexie('bench-strip', { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ rows: 'id' });
  const probe = {
    clicked: 0,
    write: async () => {
      const start = now();
      await database.table('rows').put({ id: 1, at: start, box: new Uint8Array(92) });
      return start;
    },
  };
  await probe.write();
  addEventListener(
    'click',
    event => {
      if (event.target instanceof HTMLInputElement) probe.clicked = now();
    },
    { capture: true },
  );
  Object.assign(globalThis, { stripProbe: probe });
}

async function installReader(): Promise<void> {
  const now = () => performance.timeOrigin + performance.now();
  const { Dexie, liveQuery } = (globalThis as unknown as { FloorDexie: Library }).FloorDexie;
  const database = new Dexie('bench-strip');
  database.version(1).stores({ rows: 'id' });
  await database.open();
  const probe = { read: 0, seen: 0 };
  liveQuery(() => database.table('rows').get(1)).subscribe(() => {
    probe.read = now();
  });
  new MutationObserver(() => {
    probe.seen = now();
  }).observe(document.body, { subtree: true, attributeFilter: ['data-mark'] });
  Object.assign(globalThis, { stripProbe: probe });
}
