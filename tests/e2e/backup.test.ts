import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasAgeTool, lockWithAge, openWithAge, openWithAgeIdentity } from './age-tool';
import { launchChromium } from './rig/chromium';
import { launchFirefox } from './rig/firefox';
import type { Browser, PageSurface } from './rig/surface';
import { createVault, readBack, startSession, tick, writeNote } from './steps';

const PASSPHRASE = 'six slow rivers, café';
const NOTE = 'Slower next time. Réparation 🌱';
const schema = JSON.parse(readFileSync('src/domain/backup-format.schema.json', 'utf8'));

const LAUNCHERS = [
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
] as const;

async function live(browser: Browser, client: string, note: string): Promise<void> {
  await browser.openCall('data:text/html,<h1>A call</h1>');
  const panel = await browser.openPanel();
  await startSession(panel, client);
  await tick(panel, 'Say how today will work');
  await writeNote(panel, note);
  await panel.click('button', 'End session');
  await panel.click('button', 'Later');
  await panel.wait('button', 'Start session');
}

async function openSettings(desk: PageSurface): Promise<void> {
  await desk.eval(`location.hash = '#/settings'`);
  await desk.wait('heading', 'Restore');
}

/** What is on the disk, row by row, settings about this computer aside. */
function rowsOf(desk: PageSurface): Promise<string> {
  return desk.eval(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('sidelight'));
    const rows: unknown[] = [];
    for (const name of database.objectStoreNames) {
      const all = await answer(database.transaction(name).objectStore(name).getAll());
      rows.push(...all.filter(row => !String(row.id).startsWith('here.')));
    }
    database.close();
    return JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? [...value] : value));
  });
}

/** Parts of files that are still being written included. */
function filesBelow(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Runs in the page. */
async function namesOfOwnFolder(): Promise<string[]> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names.filter(name => name.endsWith('.age'));
}

describe.each(LAUNCHERS)('Backups, in %s', (_, launch) => {
  let first: Browser;
  let second: Browser;
  let recoveryKey: string;
  let desk: PageSurface;
  let lockedByPassphrase: string;
  let lockedByKey: string;
  const downloads = () => join(dirname(first.profile), 'downloads');
  const ageFiles = () => filesBelow(downloads()).filter(name => name.endsWith('.age'));

  /** Saves a backup. @returns the path of the file that is new. */
  async function save(): Promise<string> {
    const before = new Set(ageFiles());
    await desk.click('button', 'Save backup');
    await expect
      .poll(() => ageFiles().filter(name => !before.has(name)), { timeout: 30_000 })
      .toHaveLength(1);
    const name = ageFiles().find(each => !before.has(each)) as string;
    return first.saved(new RegExp(`^${name}$`));
  }

  beforeAll(async () => {
    first = await launch();
    const created = await createVault(first);
    ({ desk, recoveryKey } = created);
    await live(first, 'K-17', NOTE);
    await live(first, 'K-18', 'Another one.');
  });
  afterAll(async () => {
    await first?.close();
    await second?.close();
  });

  it('go into a file that is locked with a passphrase of its own', async () => {
    await openSettings(desk);
    await desk.fill('textbox', 'Backup passphrase', 'short');
    await desk.fill('textbox', 'Repeat passphrase', 'short');
    await desk.click('button', 'Save backup');
    await desk.wait('alert', /too short/);
    await desk.fill('textbox', 'Backup passphrase', PASSPHRASE);
    await desk.click('button', 'Save backup');
    await desk.wait('alert', /differ/);
    await desk.fill('textbox', 'Repeat passphrase', PASSPHRASE);
    lockedByPassphrase = await save();
    await desk.wait('status', /2 sessions saved/);
    expect(lockedByPassphrase).toMatch(/[\\/]sidelight-backup-[0-9a-f]{8}\.age$/);
    for (const words of ['K-17', NOTE, 'sidelight-backup"'])
      expect(readFileSync(lockedByPassphrase).includes(words)).toBe(false);
    expect(await desk.axe()).toEqual([]);
  });

  it('go into a file that is locked to the recovery key', async () => {
    await desk.click('radio', 'Use the recovery key');
    lockedByKey = await save();
    expect(readFileSync(lockedByKey, 'latin1')).toContain('-> X25519 ');
  });

  it('are saved once, however quickly the button is pressed again', async () => {
    const before = ageFiles().length;
    await desk.eval(() => {
      const button = [...document.querySelectorAll('button')].find(
        each => each.textContent === 'Save backup',
      );
      for (let press = 0; press < 2; press += 1) button?.click();
    });
    await expect.poll(() => ageFiles().length, { timeout: 30_000 }).toBe(before + 1);
    await desk.until(
      `[...document.querySelectorAll('button')].some(each => each.textContent === 'Save backup' && !each.disabled)`,
      'the work to be done',
    );
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(ageFiles()).toHaveLength(before + 1);
  });

  it.skipIf(!hasAgeTool)(
    'open with the public age tool, and hold what is described',
    async () => {
      const byPassphrase = openWithAge(lockedByPassphrase, PASSPHRASE);
      const byKey = openWithAgeIdentity(lockedByKey, recoveryKey);
      const documents = [byPassphrase, byKey].map(text => JSON.parse(text));
      const validate = new Ajv2020().compile(schema);
      for (const document of documents) {
        expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
        expect(document.leftOut).toEqual([]);
        expect(JSON.stringify(document.sessions)).toContain(NOTE);
      }
      expect(documents[0].sessions).toEqual(documents[1].sessions);
      writeFileSync(join(downloads(), 'plain.json'), byPassphrase);
    },
    120_000,
  );

  it.skipIf(!hasAgeTool)(
    'written by the tool restore on a new computer, once however often',
    async () => {
      // As an editor may leave it: other white space, other order of fields.
      const { sessions, ...rest } = JSON.parse(readFileSync(join(downloads(), 'plain.json'), 'utf8'));
      const file = join(downloads(), 'by-the-tool.age');
      lockWithAge(JSON.stringify({ ...rest, sessions }, null, 4), 'by the tool', file);

      second = await launch();
      const { desk: other } = await createVault(second);
      await openSettings(other);
      await other.attach('Backup file', file);
      await other.fill('textbox', 'Backup passphrase', 'another one');
      await other.click('button', 'Restore now');
      await other.wait('alert', /does not open this file/, 120_000);
      await other.fill('textbox', 'Backup passphrase', 'by the tool');
      await other.click('button', 'Check this file');
      await other.wait('status', /opens and is whole. It holds 2 sessions/, 120_000);
      await other.fill('textbox', 'Backup passphrase', 'by the tool');
      await other.click('button', 'Restore now');
      await other.wait('status', /It holds 2 sessions.*2 were brought in/, 120_000);
      await readBack(other);
      expect(await other.text()).toContain('Another one.');

      const before = await rowsOf(other);
      await openSettings(other);
      await other.attach('Backup file', file);
      await other.fill('textbox', 'Backup passphrase', 'by the tool');
      await other.click('button', 'Restore now');
      await other.wait('status', /2 were here already/, 120_000);
      expect(await rowsOf(other)).toBe(before);
      expect(await other.axe()).toEqual([]);
    },
    240_000,
  );

  it('restore by the recovery key, whose slips are told', async () => {
    await desk.attach('Backup file', lockedByKey);
    const slipped = `${recoveryKey.slice(0, 30)}${recoveryKey[30] === 'Q' ? 'P' : 'Q'}${recoveryKey.slice(31)}`;
    await desk.fill('textbox', 'Recovery key', slipped);
    await desk.click('button', 'Restore now');
    await desk.wait('alert', /Character 31/);
    await desk.fill('textbox', 'Recovery key', recoveryKey.toLowerCase());
    await desk.click('button', 'Restore now');
    await desk.wait('status', /2 were here already/, 120_000);
  });

  it('are refused with a reason when they are damaged, or are none', async () => {
    const damaged = join(downloads(), 'damaged.age');
    writeFileSync(damaged, readFileSync(lockedByPassphrase).subarray(0, -9));
    await desk.attach('Backup file', damaged);
    await desk.fill('textbox', 'Backup passphrase', PASSPHRASE);
    await desk.click('button', 'Restore now');
    await desk.wait('alert', /The file is damaged/, 120_000);
    const none = join(downloads(), 'none.age');
    writeFileSync(none, 'Not an age file at all');
    await desk.attach('Backup file', none);
    await desk.wait('alert', /not a backup file/);
  });

  it('name a damaged record and save the rest', async () => {
    await desk.eval(async () => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>(resolve => {
          request.onsuccess = () => resolve(request.result);
        });
      const database = await answer(indexedDB.open('sidelight'));
      const store = database.transaction('events', 'readwrite').objectStore('events');
      const [row] = await answer(store.getAll());
      row.box[20] ^= 1;
      await answer(store.put(row));
      database.close();
    });
    await desk.reload();
    await openSettings(desk);
    await desk.click('radio', 'Use the recovery key');
    await desk.click('button', 'Save backup');
    await desk.wait(
      'status',
      /2 sessions saved. 1 record could not be read: everything of the session of .*K-1[78]/,
      30_000,
    );
  }, 120_000);

  it('are made by themselves after a session, once that was chosen', async () => {
    await desk.eval(`location.hash = '#/sessions'`);
    await desk.wait('heading', 'Automatic backups');
    if (first.name === 'chromium') {
      // The browser's own dialogue cannot be driven; a folder of the extension's own behaves as a chosen one does.
      await desk.eval(() => {
        Object.assign(globalThis, {
          showDirectoryPicker: async () =>
            (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true }),
        });
      });
      await desk.click('button', 'Choose a folder');
    } else {
      await desk.click('button', 'Turn on');
    }
    const inFolder = async () =>
      first.name === 'firefox' ? filesBelow(join(downloads(), 'Sidelight')) : desk.eval(namesOfOwnFolder);
    await expect
      .poll(inFolder, { timeout: 20_000 })
      .toEqual([expect.stringMatching(/^sidelight-auto-[0-9a-f]{8}\.age$/)]);
    const standing = first.name === 'firefox' ? /not read back by this browser/ : /found whole: .*20\d\d/;
    await expect.poll(() => desk.text(), { timeout: 20_000 }).toMatch(standing);
    expect(await desk.axe()).toEqual([]);

    await live(first, 'K-19', 'Made by itself.');
    await expect.poll(async () => (await inFolder()).length, { timeout: 20_000 }).toBe(2);
    if (first.name === 'firefox' && hasAgeTool) {
      await expect.poll(() => filesBelow(join(downloads(), 'Sidelight')).join()).not.toContain('.part');
      const texts = readdirSync(join(downloads(), 'Sidelight')).map(name =>
        openWithAgeIdentity(join(downloads(), 'Sidelight', name), recoveryKey),
      );
      expect(texts.filter(text => text.includes('Made by itself.'))).toHaveLength(1);
    }
  }, 180_000);

  it('keep no permission once they are turned off', async () => {
    await openSettings(desk);
    const held = () =>
      desk.eval(`(globalThis.browser ?? chrome).permissions.contains({ permissions: ['downloads'] })`);
    expect(await held()).toBe(first.name === 'firefox');
    await desk.click('button', 'Turn off');
    await desk.waitGone('button', 'Turn off');
    await expect.poll(held).toBe(false);
  });
});
