import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Browser, PageSurface } from '../e2e/rig/surface';
import { createVault } from '../e2e/steps';
import { auditedBackup } from '../fixtures/audited-sessions';
import type { Finding, Row } from './report';
import { figure, type Spread, showSpread, spreadOf } from './spread';

const SIZES = [10, 1_000];
const REACH = 2;
const TIMES = 15;

/** Milliseconds until the grid stood there: from the navigation, and from the press that leads to Trends. */
interface Measured {
  readonly sessions: number;
  readonly opened: Spread;
  readonly pressed: Spread;
}

/** Notes when the grid of Trends was painted. */
const PROBE = `(() => {
  const probe = globalThis.trendsProbe = { painted: null };
  new MutationObserver(() => {
    const isThere = document.querySelector('.trends .grid') !== null;
    if (!isThere) probe.painted = null;
    if (!isThere || probe.painted !== null) return;
    probe.painted = Infinity;
    requestAnimationFrame(() => setTimeout(() => { probe.painted = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
})();`;

/** Puts the probe before the desk's own script. To be called before the browser starts. */
export function addTrendsProbe(folder: string): void {
  const desk = join(folder, 'desk.js');
  writeFileSync(desk, `${PROBE}${readFileSync(desk, 'utf8')}`);
}

/**
 * How Trends grows with the audited sessions.
 * @param inBrowser gives each size a browser of its own.
 */
export async function measureTrends(
  browserName: string,
  inBrowser: (work: (browser: Browser) => Promise<Measured>) => Promise<Measured>,
): Promise<Finding> {
  const all: Measured[] = [];
  for (const sessions of SIZES) all.push(await inBrowser(browser => measureOne(browser, sessions)));
  const [least, most] = [all[0] as Measured, all.at(-1) as Measured];
  const row = (told: string, name: 'opened' | 'pressed'): Row => {
    const ratio = most[name].median / least[name].median;
    return {
      what: `${told} with ${most.sessions.toLocaleString('en')} audited sessions (${browserName})`,
      floor: figure(least[name].median, 'ms'),
      ours: figure(most[name].median, 'ms'),
      ratio: figure(ratio),
      reach: `≤ ${REACH} of ${least.sessions}`,
      isReached: ratio <= REACH,
    };
  };
  return {
    rows: [
      row('Trends: navigation → painted', 'opened'),
      row('Trends: pressed on another screen → painted', 'pressed'),
    ],
    notes: all.map(
      ({ sessions, opened, pressed }) =>
        `Trends with ${sessions} audited sessions (${browserName}): from the navigation ${showSpread(opened, 'ms')}, ` +
        `from the press ${showSpread(pressed, 'ms')}.`,
    ),
  };
}

async function measureOne(browser: Browser, sessions: number): Promise<Measured> {
  const { desk } = await createVault(browser);
  await fill(browser, desk, sessions);
  await desk.eval(`location.hash = '#/trends'`);
  const opened: number[] = [];
  const pressed: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await desk.reload();
    opened.push(await painted(desk));
  }
  for (let time = 0; time < TIMES; time += 1) {
    await desk.eval(`location.hash = '#/help'`);
    await desk.wait('heading', 'Help');
    const start = await desk.eval<number>(
      `(() => { const start = performance.now(); document.querySelector('nav a[href="#/trends"]').click(); return start; })()`,
    );
    pressed.push((await painted(desk)) - start);
  }
  return { sessions, opened: spreadOf(opened), pressed: spreadOf(pressed) };
}

async function painted(desk: PageSurface): Promise<number> {
  await desk.until('Number.isFinite(globalThis.trendsProbe?.painted ?? Infinity)', 'the grid', 60_000);
  return desk.eval<number>('trendsProbe.painted');
}

async function fill(browser: Browser, desk: PageSurface, sessions: number): Promise<void> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const file = join(dirname(browser.profile), 'audited.age');
  writeFileSync(file, await encrypter.encrypt(JSON.stringify(auditedBackup(sessions))));
  await desk.eval(`location.hash = '#/settings'`);
  await desk.wait('heading', 'Restore');
  await desk.attach('Backup file', file);
  await desk.fill('textbox', 'Recovery key', identity);
  await desk.click('button', 'Restore now');
  await desk.wait('status', /The backup of .* is restored/, 1_800_000);
}
