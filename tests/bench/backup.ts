import { statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { build } from 'vite';
import type { Browser, PageSurface } from '../e2e/rig/surface';
import { createVault } from '../e2e/steps';
import { madeUpBackup } from '../fixtures/made-up-sessions';
import { forgetPeak, readMemory } from './peak-memory';
import type { Finding } from './report';
import { figure } from './spread';

const REACH_RATIO = 3;
const REACH_MIB = 300;
const LIBRARY = 'floor-age.js';
const MIB = 2 ** 20;

/** Puts the age library beside the extension's own scripts, for the floor. To be called before the browser starts. */
export async function addBackupFloor(folder: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('age-encryption');
  const lib = { entry, formats: ['es' as const], fileName: () => LIBRARY };
  await build({ configFile: false, logLevel: 'warn', build: { lib, outDir: folder, emptyOutDir: false } });
}

/**
 * Restores a vault of made-up sessions, backs it up again, and then does the floor: opening the same file with the same
 * library and writing the very rows that the restore wrote, with raw IndexedDB in one strict transaction.
 */
export async function measureBackup(
  browserName: string,
  browser: Browser,
  sessions = 10_000,
): Promise<Finding> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const file = join(dirname(browser.profile), 'backup.age');
  writeFileSync(file, await encrypter.encrypt(JSON.stringify(madeUpBackup(sessions))));

  const { desk } = await createVault(browser);
  await beginRestore(desk, file, identity);
  const beforeRestore = atRest(browser);
  const restore = await timed(() => restoreNow(desk));
  const restoreAdded = added(browser, beforeRestore);
  const once = await fingerprint(desk);
  await desk.reload();
  await beginRestore(desk, file, identity);
  const again = await timed(() => restoreNow(desk));
  const twice = await fingerprint(desk);

  await desk.reload();
  await desk.click('radio', 'Use the recovery key');
  const beforeBackUp = atRest(browser);
  const backUp = await timed(async () => {
    await desk.click('button', 'Save backup');
    await desk.wait('status', new RegExp(`${sessions} sessions saved`), 900_000);
  });
  const backUpAdded = added(browser, beforeBackUp);

  await desk.attach('Backup file', file);
  const floor = await desk.eval<Floor>(`(${runFloor})(${JSON.stringify({ identity, library: LIBRARY })})`);
  const least = floor.open + floor.write;
  const most = Math.max(restoreAdded ?? 0, backUpAdded ?? 0) / MIB;
  const what = `${sessions.toLocaleString('en')} sessions`;
  return {
    rows: [
      {
        what: `restore ${what} (${browserName})`,
        floor: figure(least / 1_000, 's'),
        ours: figure(restore / 1_000, 's'),
        ratio: figure(restore / least),
        reach: `≤ ${REACH_RATIO}`,
        isReached: restore / least <= REACH_RATIO,
      },
      {
        what: `back up ${what} (${browserName})`,
        floor: '–',
        ours: figure(backUp / 1_000, 's'),
        ratio: '–',
        reach: '',
        isReached: null,
      },
      {
        what: `memory that restoring and backing up ${what} adds at most (${browserName})`,
        floor: beforeRestore === null ? '–' : `${figure(beforeRestore / MIB)} MiB at rest`,
        ours: most === 0 ? '–' : figure(most, 'MiB'),
        ratio: '–',
        reach: `≤ ${REACH_MIB} MiB`,
        isReached: most === 0 ? null : most <= REACH_MIB,
      },
      {
        what: `restore the same ${what} again: every row is as it was (${browserName})`,
        floor: '–',
        ours: figure(again / 1_000, 's'),
        ratio: '–',
        reach: 'no change',
        isReached: once === twice,
      },
    ],
    notes: [
      `restore (${browserName}): ${figure(statSync(file).size / MIB, 'MiB')}, ${floor.rows.toLocaleString('en')} rows; the floor opens the file in ${figure(floor.open / 1_000, 's')} and writes the rows in ${figure(floor.write / 1_000, 's')}. ` +
        `The restore adds ${mebibytes(restoreAdded)} of memory, the backup ${mebibytes(backUpAdded)}.`,
    ],
  };
}

async function beginRestore(desk: PageSurface, file: string, identity: string): Promise<void> {
  await desk.eval(`location.hash = '#/settings'`);
  await desk.wait('heading', 'Restore');
  await desk.attach('Backup file', file);
  await desk.fill('textbox', 'Recovery key', identity);
}

async function restoreNow(desk: PageSurface): Promise<void> {
  await desk.click('button', 'Restore now');
  await desk.wait('status', /The backup of .* is restored/, 900_000);
}

function atRest({ profile }: Browser): number | null {
  forgetPeak(profile);
  return readMemory(profile)?.now ?? null;
}

function added({ profile }: Browser, before: number | null): number | null {
  const memory = readMemory(profile);
  return memory && before !== null ? memory.peak - before : null;
}

function mebibytes(bytes: number | null): string {
  return bytes === null ? 'unknown' : figure(bytes / MIB, 'MiB');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** All rows of all tables, byte for byte, in one hash. Some at a time, so that they do not lie in memory as a whole. */
function fingerprint(desk: PageSurface): Promise<string> {
  return desk.eval(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('sidelight'));
    const toHex = (_: string, value: unknown) => (value instanceof Uint8Array ? value.toHex() : value);
    let hash = '';
    for (const table of database.objectStoreNames) {
      let after: IDBKeyRange | null = null;
      for (;;) {
        const store = database.transaction(table).objectStore(table);
        const [keys, rows] = await Promise.all([
          answer(store.getAllKeys(after, 5_000)),
          answer(store.getAll(after, 5_000)),
        ]);
        const last = keys.at(-1);
        if (last === undefined) break;
        const text = new TextEncoder().encode(JSON.stringify([hash, table, rows], toHex));
        hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).toHex();
        after = IDBKeyRange.lowerBound(last, true);
      }
    }
    database.close();
    return hash;
  });
}

interface Floor {
  readonly open: number;
  readonly write: number;
  readonly rows: number;
}

/** Sent into the page as source: it uses nothing from outside itself. Milliseconds. */
async function runFloor({ identity, library }: { identity: string; library: string }): Promise<Floor> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const tables = ['sessions', 'events', 'activity'];
  const source = await answer(indexedDB.open('sidelight'));
  const rows: { table: string; row: unknown }[] = [];
  for (const table of tables) {
    const all = await answer(source.transaction(table).objectStore(table).getAll());
    for (const row of all) rows.push({ table, row });
  }
  source.close();
  const request = indexedDB.open('floor', 1);
  request.onupgradeneeded = () => {
    const sessions = request.result.createObjectStore('sessions', { keyPath: 'n', autoIncrement: true });
    sessions.createIndex('id', 'id', { unique: true });
    request.result.createObjectStore('events', { keyPath: ['session', 'seq'] });
    request.result.createObjectStore('activity', { keyPath: 'id' });
  };
  const target = await answer(request);

  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const file = input?.files?.[0];
  if (!file) throw new Error('There is no file.');
  const { Decrypter } = await import(/* @vite-ignore */ new URL(`/${library}`, location.href).href);
  const start = performance.now();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  await decrypter.decrypt(new Uint8Array(await file.arrayBuffer()));
  const opened = performance.now();
  const transaction = target.transaction(tables, 'readwrite', { durability: 'strict' });
  for (const { table, row } of rows) transaction.objectStore(table).add(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const written = performance.now();
  target.close();
  await answer(indexedDB.deleteDatabase('floor'));
  return { open: opened - start, write: written - opened, rows: rows.length };
}
