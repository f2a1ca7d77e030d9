import { setTimeout as pause } from 'node:timers/promises';
import { longestRun, type QuietWatch, readPlaces, readWatch } from '../e2e/rig/quiet-watch';
import type { Browser, PageSurface, Surface } from '../e2e/rig/surface';
import { createVault, startSession } from '../e2e/steps';
import { servePracticeCall } from '../practice-call/server';
import { canReadCpu, readCpu } from './cpu-time';
import type { Finding, Row } from './report';
import { figure } from './spread';

/** How long the session is watched. */
const MINUTES = Number(process.env.SIDELIGHT_LIVE_MINUTES || 10);
/** One-second acts in a whole session of 50 minutes; as many are spread over the minutes here. */
const ACTS = ['1', 'Shift+2', 't', '3', 'u', 'b', '1', 'o', 'r', '2'];
/** Milliseconds after an act within which the pages may be busy with it. */
const OF_AN_ACT = 2_000;
/** What comes once wakes a page a few times; a timer goes on. */
const MOST_IN_A_ROW = 4;
/** Processors kept busy by others, above which a long task tells nothing about us. */
const MOST_DISTURBANCE = 0.3;
const STANDING = '.clock, .phase, .unfold, .moments button, .acts button, .strip-row > *';

/** A live session beside a call, with the panel and the strip open. The copy of the extension must watch itself. */
export async function measureTenMinutes(name: string, browser: Browser): Promise<Finding> {
  const call = await servePracticeCall();
  try {
    const { desk } = await createVault(browser);
    await desk.close();
    await browser.openCall(call.url);
    const panel = await browser.openPanel();
    await startSession(panel, 'Heron-17');
    await panel.click('button', 'Open strip');
    const strip = await browser.expectPage('strip.html');
    await strip.wait('group', 'Moments');
    await panel.click('button', 'Understood');
    await panel.eval('scrollTo(0, 0)');
    await pause(4_000);
    return await watch(name, browser, panel, strip);
  } finally {
    await call.close();
  }
}

async function watch(name: string, browser: Browser, panel: Surface, strip: PageSurface): Promise<Finding> {
  const pages = [panel, strip];
  const from = Date.now();
  const stands = () => Promise.all(pages.map(page => readPlaces(page, STANDING)));
  const before = JSON.stringify(await stands());
  const cpu = canReadCpu ? readCpu(browser.profile) : null;
  const acts: number[] = [];
  let moved = 0;
  for (const [turn, key] of ACTS.entries()) {
    await pause(Math.max(0, from + ((turn + 0.5) * MINUTES * 60_000) / ACTS.length - Date.now()));
    acts.push(Date.now());
    // By turns in the strip and in the panel.
    await (pages[(turn + 1) % 2] as Surface).press(key);
    await pause(OF_AN_ACT);
    if (JSON.stringify(await stands()) !== before) moved += 1;
  }
  await pause(Math.max(0, from + MINUTES * 60_000 - Date.now()));
  if (JSON.stringify(await stands()) !== before) moved += 1;

  const watches = await Promise.all(pages.map(readWatch));
  const others = cpu ? othersSince(cpu, browser, (Date.now() - from) / 1000) : 0;
  return tell(name, watches, { acts, from, moved, others });
}

interface Told {
  readonly acts: readonly number[];
  readonly from: number;
  /** Looks after an act or at the end that found something out of its place. */
  readonly moved: number;
  readonly others: number;
}

function tell(name: string, watches: readonly QuietWatch[], { acts, from, moved, others }: Told): Finding {
  const since = <T extends { readonly at: number }>(events: readonly T[]) =>
    events.filter(({ at }) => at >= from);
  const isOfAct = (at: number) => acts.some(time => at >= time - 50 && at < time + OF_AN_ACT);
  const tells = watches.every(({ longTasks }) => longTasks !== null);
  const long = watches.flatMap(({ longTasks }) => since(longTasks ?? []));
  const shifts = watches.flatMap(each => since(each.shifts ?? []));
  const alone = shifts.filter(({ at }) => !isOfAct(at));
  const fast = watches.flatMap(({ intervals }) => intervals.filter(delay => delay < 1_000));
  const runs = watches.map(each => longestRun(since(each.wakes).filter(({ at }) => !isOfAct(at))));
  const isSlow = fast.length === 0 && runs.every(run => run < MOST_IN_A_ROW);
  const isDisturbed = others > MOST_DISTURBANCE;
  const what = `${MINUTES} minutes of live session beside a call, panel and strip`;
  const row = (of: string, ours: string, isReached: boolean | null): Row => ({
    what: `${what}: ${of} (${name})`,
    floor: '0',
    ours,
    ratio: '–',
    reach: '0',
    isReached,
  });
  return {
    rows: [
      ...(tells
        ? [
            row(
              'tasks over 50 ms',
              `${long.length}`,
              // Measured by the wall clock: one that had to wait for a processor counts as long.
              long.length === 0 ? true : isDisturbed ? null : false,
            ),
            row('layout shifts by themselves', `${alone.length}`, alone.length === 0),
          ]
        : []),
      row(
        'timers faster than one a second',
        `${fast.length + runs.filter(run => run >= MOST_IN_A_ROW).length}`,
        isSlow,
      ),
      row('times that something was out of its place', `${moved}`, moved === 0),
    ],
    notes: [
      `${what} (${name}): ${acts.length} acts by key, in turn in both; tasks over 50 ms: ` +
        `${tells ? long.map(({ at, duration }) => `${figure(duration, 'ms')} (${isOfAct(at) ? 'of an act' : 'by itself'})`).join(', ') || 'none' : 'not told by this browser'}; ` +
        `shifts by themselves: ${alone.map(each => each.what).join('; ') || 'none'}, within ${OF_AN_ACT / 1000} s of an act made ` +
        `elsewhere: ${shifts.length - alone.length}; most wakings in a row within a second each: ${runs.join(' and ')}; ` +
        `others kept ${figure(others)} processors busy.`,
    ],
  };
}

function othersSince(then: ReturnType<typeof readCpu>, browser: Browser, seconds: number): number {
  const now = readCpu(browser.profile);
  return (now.computer - then.computer - (now.whole - then.whole)) / 100 / seconds;
}
