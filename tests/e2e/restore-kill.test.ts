import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { madeUpBackup } from '../fixtures/made-up-sessions';
import { inBothBrowsers } from './both-browsers';
import type { Browser, PageSurface } from './rig/surface';
import { createVault, unlock } from './steps';

/** How often each browser is killed. A few show that the test works; set it to 50 for the figure in the README. */
const KILLS = Number(process.env.SIDELIGHT_KILLS ?? 3);
const SESSIONS = 300;
const backup = madeUpBackup(SESSIONS);
const EVENTS = backup.sessions.slice(0, SESSIONS).reduce((sum, { events }) => sum + events.length, 0);

interface Counts {
  readonly sessions: number;
  readonly events: number;
}

const NONE: Counts = { sessions: 0, events: 0 };
const ALL: Counts = { sessions: SESSIONS, events: EVENTS };

function countRows(desk: PageSurface): Promise<Counts> {
  return desk.eval(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('sidelight'));
    const count = (name: string) => answer(database.transaction(name).objectStore(name).count());
    const counts = {
      sessions: await count('sessions'),
      events: await count('events'),
    };
    database.close();
    return counts;
  });
}

async function beginRestore(desk: PageSurface, file: string, identity: string): Promise<void> {
  await desk.eval(`location.hash = '#/settings'`);
  await desk.wait('heading', 'Restore');
  await desk.attach('Backup file', file);
  await desk.fill('textbox', 'Recovery key', identity);
  await desk.click('button', 'Restore now');
}

async function restore(desk: PageSurface, file: string, identity: string): Promise<void> {
  await beginRestore(desk, file, identity);
  await desk.wait('status', /The backup of .* is restored/, 120_000);
}

async function lockedFile(browser: Browser): Promise<{ file: string; identity: string }> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const file = join(dirname(browser.profile), 'backup.age');
  writeFileSync(file, await encrypter.encrypt(JSON.stringify(backup)));
  return { file, identity };
}

inBothBrowsers('Killing the browser while it restores', browser => {
  it(
    `leaves all of the backup or none of it, ${KILLS} times`,
    async () => {
      const { file, identity } = await lockedFile(browser());
      let { desk } = await createVault(browser());
      const start = performance.now();
      await restore(desk, file, identity);
      const whole = performance.now() - start;
      expect(await countRows(desk)).toEqual(ALL);
      await clearRows(desk);

      const outcomes = { none: 0, all: 0 };
      for (let kill = 0; kill < KILLS; kill += 1) {
        await beginRestore(desk, file, identity);
        await pause(Math.random() * 1.2 * whole);
        await browser().kill();
        // The tool that launches Firefox tidies up its profile for a moment after the end.
        await pause(500);
        await browser().relaunch();
        desk = await browser().openPage('desk.html');
        await unlock(desk);
        const rows = await countRows(desk);
        expect([NONE, ALL], `kill ${kill}`).toContainEqual(rows);
        outcomes[rows.sessions > 0 ? 'all' : 'none'] += 1;
        await clearRows(desk);
      }
      await restore(desk, file, identity);
      expect(await countRows(desk)).toEqual(ALL);
      console.info(`${browser().name}:`, outcomes);
    },
    120_000 + KILLS * 60_000,
  );
});

function clearRows(desk: PageSurface): Promise<void> {
  return desk.eval(async () => {
    const request = indexedDB.open('sidelight');
    const database = await new Promise<IDBDatabase>(resolve => {
      request.onsuccess = () => resolve(request.result);
    });
    const tables = ['sessions', 'events'];
    const transaction = database.transaction(tables, 'readwrite');
    for (const table of tables) transaction.objectStore(table).clear();
    await new Promise(resolve => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
}
