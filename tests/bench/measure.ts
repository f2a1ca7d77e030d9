import { launchChromium } from '../e2e/rig/chromium';
import { launchFirefox } from '../e2e/rig/firefox';
import { quietCopy } from '../e2e/rig/quiet-watch';
import type { Browser, PageSurface } from '../e2e/rig/surface';
import { createVault, startSession } from '../e2e/steps';
import { addBackupFloor, measureBackup } from './backup';
import type { BenchCopy } from './bench-copy';
import { measureCallBeside } from './call-beside';
import { canReadCpu } from './cpu-time';
import { measureFirstPaint, type PanelState } from './first-paint';
import { measureLocking } from './locking';
import { measureOtherPage } from './other-page';
import { weighPanelScripts } from './panel-scripts';
import { PARTS, type Part } from './parts';
import type { Finding } from './report';
import { addStripFloor, measureStrip } from './strip';
import { measureTenMinutes } from './ten-minutes';
import { measureTick } from './tick';
import { addTrendsProbe, measureTrends } from './trends';
import { addYearsFloor, measureYears } from './years';

/** How often each is measured. */
const TIMES = { paint: 25, tick: 100, otherPage: 40, strip: 40, locking: 10, callPairs: 6 };

const BEFORE: PanelState = { name: 'no session', control: ['button', 'Start session'] };
const LIVE: PanelState = { name: 'session live', control: ['checkbox', 'Say how today will work'] };
const LOCKED: PanelState = { name: 'locked', control: ['textbox', 'Passphrase'] };

/** What was found in one browser. */
export interface Measured {
  readonly version: string;
  readonly findings: readonly Finding[];
}

/** The chosen parts, the longest last. */
export async function measureChromium(copy: BenchCopy, parts: readonly Part[]): Promise<Measured> {
  return measureIn('Chromium', launchChromium, copy, parts);
}

/** The chosen parts, but the call: there is no telling its processor time there. */
export async function measureFirefox(copy: BenchCopy, parts: readonly Part[]): Promise<Measured> {
  return measureIn(
    'Firefox',
    launchFirefox,
    copy,
    parts.filter(part => part !== 'call'),
  );
}

async function measureIn(
  name: string,
  launch: Launch,
  copy: BenchCopy,
  parts: readonly Part[],
): Promise<Measured> {
  const inBrowser: InBrowser = (work, folder = copy.folder) => withBrowser(launch, folder, work);
  const findings: Finding[] = [];
  for (const part of PARTS)
    if (parts.includes(part)) findings.push(...(await MEASURE[part](name, inBrowser, copy)));
  const version = await inBrowser(browser => browser.version());
  return { version, findings };
}

type InBrowser = <T>(work: (browser: Browser) => Promise<T>, folder?: string) => Promise<T>;
type Measure = (name: string, inBrowser: InBrowser, copy: BenchCopy) => Promise<Finding[]>;

/** How each part is measured, with a browser of its own or several. */
const MEASURE: Record<Part, Measure> = {
  pages: async (name, inBrowser, { folder, built }) => {
    await addStripFloor(folder);
    const { findings, ran } = await inBrowser(browser => measurePages(name, browser));
    return name === 'Chromium' ? [...findings, weighPanelScripts(built, ran)] : findings;
  },
  locking: async (name, inBrowser) => [await inBrowser(one => say(measureLocking(name, one, TIMES.locking)))],
  backup: async (name, inBrowser, { folder }) => {
    await addBackupFloor(folder);
    return [await inBrowser(one => say(measureBackup(name, one)))];
  },
  years: async (name, inBrowser, { folder }) => {
    await addYearsFloor(folder);
    return [await say(measureYears(name, inBrowser))];
  },
  trends: async (name, inBrowser, { folder }) => {
    addTrendsProbe(folder);
    return [await say(measureTrends(name, inBrowser))];
  },
  call: async (_, inBrowser) => (canReadCpu ? [await inBrowser(measureCall)] : []),
  live: async (name, inBrowser, { built }) => [await measureLive(name, inBrowser, built)],
};

type Launch = (options: { extension: string }) => Promise<Browser>;

async function withBrowser<T>(
  launch: Launch,
  extension: string,
  work: (browser: Browser) => Promise<T>,
): Promise<T> {
  const browser = await launch({ extension });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Ten minutes of a session, in a copy that watches itself. */
async function measureLive(name: string, inBrowser: InBrowser, built: string): Promise<Finding> {
  const copy = quietCopy(built);
  try {
    return await inBrowser(browser => say(measureTenMinutes(name, browser)), copy.folder);
  } finally {
    copy.remove();
  }
}

async function measurePages(name: string, browser: Browser) {
  const { desk } = await createVault(browser);
  await desk.close();
  const panel = await browser.openPage('panel.html');
  await panel.wait(...BEFORE.control);
  const before = await say(measureFirstPaint(name, panel, BEFORE, TIMES.paint));
  await startSession(panel, 'K-17');
  const live = await say(measureFirstPaint(name, panel, LIVE, TIMES.paint));
  const ran = [...(await scriptsOfWholeSession(panel))];
  const tick = await say(measureTick(name, panel, TIMES.tick));
  const other = await say(measureTwoPanels(name, browser, panel));
  const strip = await say(measureBesideStrip(name, browser));
  await lock(browser);
  await panel.wait(...LOCKED.control);
  const locked = await say(measureFirstPaint(name, panel, LOCKED, TIMES.paint));
  return { findings: [before, live, locked, tick, other, strip], ran };
}

/** Ends the session and starts another, with a tick, a moment and a note, and names the scripts that ran in the panel. */
async function scriptsOfWholeSession(panel: PageSurface): Promise<string[]> {
  await panel.click('button', 'End session');
  await panel.click('button', 'Later');
  await panel.reload();
  await startSession(panel, 'K-18');
  await panel.click('checkbox', 'Say how today will work');
  await panel.click('button', 'Strain');
  await panel.fill('textbox', 'Note', 'A few words.');
  await panel.until(`document.getElementById('note-state')?.textContent === 'Saved'`, 'the note to be saved');
  await panel.click('checkbox', 'Say how today will work');
  return panel.eval<string[]>('globalThis.ranScripts');
}

/** The real side panel is the other page; the one in the tab stays in front. */
async function measureTwoPanels(name: string, browser: Browser, panel: PageSurface): Promise<Finding> {
  await browser.openCall('data:text/html,<h1>Call</h1>');
  const other = await browser.openPanel();
  await other.wait(...LIVE.control);
  const finding = await measureOtherPage(name, panel, other, TIMES.otherPage);
  await browser.closePanel();
  return finding;
}

/** The real side panel with the strip in its window. */
async function measureBesideStrip(name: string, browser: Browser): Promise<Finding> {
  const panel = await browser.openPanel();
  await panel.wait(...LIVE.control);
  await panel.click('button', 'Open strip');
  const strip = await browser.expectPage('strip.html');
  await strip.wait(...LIVE.control);
  const finding = await measureStrip(name, strip, panel, TIMES.strip);
  await strip.close();
  await browser.closePanel();
  return finding;
}

async function lock(browser: Browser): Promise<void> {
  const desk = await browser.openPage('desk.html');
  await desk.click('button', 'Lock now');
  await desk.wait('heading', 'Sidelight is locked');
  await desk.close();
}

async function measureCall(browser: Browser): Promise<Finding> {
  const { desk } = await createVault(browser);
  await desk.close();
  return say(measureCallBeside(browser, TIMES.callPairs));
}

/** Shows each finding as soon as it is there, so that a long run can be followed. One that fails does not stop the others. */
async function say(measuring: Promise<Finding>): Promise<Finding> {
  const finding = await measuring.catch((error: unknown): Finding => {
    process.exitCode = 1;
    return { rows: [], notes: [`not measured: ${error instanceof Error ? error.message : String(error)}`] };
  });
  for (const note of finding.notes) console.log(note);
  return finding;
}
