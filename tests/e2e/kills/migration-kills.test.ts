import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../../../scripts/run-tool';
import { SCHEMA } from '../../../src/store/schema';
import { launchChromium } from '../rig/chromium';
import { launchFirefox } from '../rig/firefox';
import type { Browser, PageSurface } from '../rig/surface';
import { createVault, PASSPHRASE, unlock } from '../steps';
import { Instants, type Left, SEED } from './instants';
import { killAt } from './kill-at';
import { lockedBackup } from './locked-backup';
import { OPERATIONS } from './operations';
import { type LaidVault, layVault, lookAtVault, takeVault, type VaultLook } from './raw-vault';

const KILLS = 12;
const SESSIONS = 120;
const OLD = SCHEMA.at(-1)?.version ?? 1;
/** Dexie counts versions in tenths. */
const [OLD_RAW, NEW_RAW] = [OLD * 10, (OLD + 1) * 10];
const COPY = `sidelight-before-${OLD + 1}`;
const SEALED = ['keyring', 'sessions', 'events', 'live', 'drafts', 'settings', 'clients'];
const MARKED = ['sessions', 'events', 'clients'];

const BROWSERS = [
  ['Chromium', launchChromium, 'chrome'],
  ['Firefox', launchFirefox, 'firefox'],
] as const;

/** The database without the mark, the tables that have it, and the copy. */
interface Found {
  readonly rows: VaultLook | null;
  readonly marked: readonly string[];
  readonly copy: VaultLook | null;
}

/** Whether these tables hold the same rows, but for the mark that the migration sets. */
function hasSameRows(one: VaultLook | null, other: VaultLook | null): boolean {
  return SEALED.every(table => one?.tables[table]?.hash === other?.tables[table]?.hash);
}

describe.each(BROWSERS)(
  'Killing the browser while a newer Sidelight opens a vault, in %s',
  (_, launch, target) => {
    const builds = mkdtempSync(join(tmpdir(), 'sidelight-next-'));
    let browser: Browser;
    let plain: PageSurface;
    let old: LaidVault;

    /** The database without the mark, and how many rows have it. */
    async function lookAtAll(): Promise<Found> {
      const [rows, raw, copy] = [
        await lookAtVault(plain, ['kept']),
        await lookAtVault(plain),
        await lookAtVault(plain, [], COPY),
      ];
      // A browser may open its tabs again after a crash, and the desk among them migrates while we look.
      if (rows?.version !== raw?.version) return lookAtAll();
      const marked = MARKED.filter(table => rows?.tables[table]?.hash !== raw?.tables[table]?.hash);
      return { rows, marked, copy };
    }

    /** A page of the extension that holds no code of ours, so no database open. */
    const openPlain = () => browser.openPage('icons/sidelight.svg' as 'desk.html');

    /** Opens the desk, which migrates. @returns how many milliseconds it takes until it asks for the passphrase. */
    async function migrate(): Promise<{ desk: PageSurface; took: number }> {
      const begun = performance.now();
      const desk = await browser.openPage('desk.html');
      await desk.wait('button', 'Unlock', 60_000);
      return { desk, took: performance.now() - begun };
    }

    beforeAll(async () => {
      // The released build fills a vault of today's version; the next one is what is killed.
      const own = process.env.SIDELIGHT_BUILDS;
      browser = await launch(own ? { extension: join(own, target) } : {});
      const { desk } = await createVault(browser);
      const { file, identity } = await lockedBackup(dirname(browser.profile), SESSIONS);
      const [restore] = OPERATIONS;
      const unused = { client: '', passphrase: '', nextPassphrase: '' };
      await restore?.begin(desk, { file, identity, ...unused });
      await desk.wait('status', restore?.saysDone ?? '', 60_000);
      old = await takeVault(desk);
      await browser.close();

      const config = 'tests/e2e/kills/next-schema/vite.config.ts';
      const args = ['build', '--config', config, '--mode', target, '--outDir', builds, '--emptyOutDir'];
      // Vite must not take this for a test of its own.
      const env = {
        VITEST: undefined,
        NODE_ENV: undefined,
        VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
      };
      if ((await runTool(['vite'], [...args, '--logLevel', 'warn'], env)) !== 0)
        throw new Error('The build failed.');
      browser = await launch({ extension: builds });
      plain = await openPlain();
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(builds, { recursive: true, force: true });
    });

    it(`leaves it old or new with every record, ${KILLS} times`, async () => {
      expect(old.version).toBe(OLD_RAW);
      await layVault(plain, old);
      const before = await lookAtVault(plain);
      const first = await migrate();
      await first.desk.close();
      const instants = new Instants(SEED, KILLS, first.took);

      for (let kill = 1; instants.goesOn(); kill += 1) {
        await layVault(plain, old);
        const at = instants.next();
        const begun = performance.now();
        const opening = browser.openPage('desk.html').catch(() => {});
        await killAt(browser, begun, at);
        await Promise.race([opening, pause(1_000)]);
        plain = await openPlain();

        const what = `kill ${kill} after ${Math.round(at)} of ${Math.round(first.took)} ms, seed ${SEED}`;
        const { rows, marked, copy } = await lookAtAll();
        const left: Left = rows?.version === NEW_RAW ? 'after' : 'before';
        expect([OLD_RAW, NEW_RAW], what).toContain(rows?.version);
        expect(hasSameRows(rows, before), what).toBe(true);
        expect(marked, what).toEqual(left === 'after' ? MARKED : []);
        // Once it is changed there is a whole copy of what it was.
        if (left === 'after') expect(hasSameRows(copy, before), what).toBe(true);
        instants.found(at, left);

        const { desk } = await migrate();
        const migrated = await lookAtAll();
        expect(migrated.rows?.version, what).toBe(NEW_RAW);
        expect(hasSameRows(migrated.rows, before), what).toBe(true);
        expect(migrated.marked, what).toEqual(MARKED);
        await unlock(desk, PASSPHRASE);
        await desk.wait('link', 'Settings');
        // The copy goes only when every record was opened.
        await expect.poll(() => lookAtVault(plain, [], COPY), { timeout: 20_000 }).toBeNull();
        // With the key still in memory the next desk would drop its copy before it is looked at.
        await desk.click('button', 'Lock now');
        await desk.wait('button', 'Unlock');
        await desk.close();
      }
      const outcome = { old: instants.count('before'), new: instants.count('after') };
      console.info(`${browser.name}, migration, seed ${SEED}: ${JSON.stringify(outcome)}`);
      // Otherwise the kills missed it.
      expect(instants.hasBoth()).toBe(true);
    }, 300_000);
  },
);
