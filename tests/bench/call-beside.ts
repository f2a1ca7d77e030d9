import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Surface } from '../e2e/rig/surface';
import { startSession } from '../e2e/steps';
import { servePracticeCall } from '../practice-call/server';
import type { CallStats } from '../practice-call/two-ends';
import { readCpu } from './cpu-time';
import type { Finding } from './report';
import { figure, showSpread, spreadOf } from './spread';
import { type PanelWatch, watchPanel } from './watch-panel';

const REACH_CPU = 1.02;
const STRETCH_MS = 20_000;
const SETTLE_MS = 4_000;
const STILL_MS = 10_000;
/** Processors kept busy by others, above which a lost frame tells nothing about us. */
const MOST_DISTURBANCE = 0.3;
/** CSS pixels; fits beside the panel. */
const CALL_WIDTH = 800;

interface Stretch {
  /** Seconds of processor time of everything else on this computer, its other browsers included. */
  readonly othersCpu: number;
  /** Seconds of processor time of the whole browser. */
  readonly cpu: number;
  readonly extensionCpu: number;
  readonly seconds: number;
  readonly decoded: number;
  readonly dropped: number;
  readonly freezes: number;
}

/**
 * Stretches of one call with and without the real side panel beside it, in turn and in changing order. The vault must be
 * open with no session live and no page of the extension open. Beside the call the therapist ticks and writes a few words.
 */
export async function measureCallBeside(browser: Browser, pairs: number): Promise<Finding> {
  const call = await servePracticeCall();
  try {
    await browser.openCall(call.url);
    await waitForCall(browser);
    return await alternate(browser, pairs);
  } finally {
    await call.close();
  }
}

async function alternate(browser: Browser, pairs: number): Promise<Finding> {
  const still = await sitStill(browser);

  const alone: Stretch[] = [];
  const beside: Stretch[] = [];
  const longTasks: number[] = [];
  const measureAlone = async () => {
    await browser.closePanel();
    await pause(SETTLE_MS);
    alone.push(await stretch(browser, async () => {}));
  };
  const measureBeside = async () => {
    const panel = await browser.openPanel();
    await panel.wait('radiogroup', 'Phase');
    await pause(SETTLE_MS);
    await panel.eval(watchPanel);
    beside.push(await stretch(browser, () => useIt(panel)));
    longTasks.push(...(await panel.eval<number[]>('panelWatch.longTasks')));
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 === 0 ? [measureAlone, measureBeside] : [measureBeside, measureAlone];
    for (const measure of order) await measure();
  }

  const ratios = (cost: (stretch: Stretch) => number) =>
    spreadOf(beside.map((each, pair) => cost(each) / cost(alone[pair] as Stretch)));
  const [cpu, frameCpu] = [ratios(perSecond), ratios(perFrame)];
  const [aloneCpu, besideCpu] = [spreadOf(alone.map(perSecond)), spreadOf(beside.map(perSecond))];
  const [aloneFrame, besideFrame] = [spreadOf(alone.map(perFrame)), spreadOf(beside.map(perFrame))];
  const others = spreadOf([...alone, ...beside].map(each => each.othersCpu / each.seconds));
  const isDisturbed = others.median > MOST_DISTURBANCE;
  const own = spreadOf(beside.map(each => each.extensionCpu / each.cpu));
  const frames = (each: Stretch) => each.decoded / each.seconds;
  const [aloneFrames, besideFrames] = [spreadOf(alone.map(frames)), spreadOf(beside.map(frames))];
  const lost = (some: readonly Stretch[]) => some.reduce((sum, each) => sum + each.dropped + each.freezes, 0);
  const { intervals, timeouts, frames: asked } = still;
  const busyTimers = [...intervals, ...timeouts].filter(delay => delay < 1_000).length;

  return {
    rows: [
      {
        what: 'a call with the panel beside it: processor time of the browser (Chromium)',
        floor: `${figure(aloneCpu.median)} s/s`,
        ours: `${figure(besideCpu.median)} s/s`,
        ratio: cpu.median.toFixed(3),
        reach: `≤ ${REACH_CPU}`,
        isReached: isDisturbed ? null : cpu.median <= REACH_CPU,
      },
      {
        what: 'the same for each decoded frame (Chromium)',
        floor: figure(aloneFrame.median, 'ms'),
        ours: figure(besideFrame.median, 'ms'),
        ratio: frameCpu.median.toFixed(3),
        reach: '',
        isReached: null,
      },
      {
        what: 'of it, processor time of the panel’s own process (Chromium)',
        floor: '–',
        ours: `${figure(own.median * 100)} %`,
        ratio: (1 + own.median).toFixed(3),
        reach: '',
        isReached: null,
      },
      {
        what: 'a call with the panel beside it: frames of the far end, dropped or frozen (Chromium)',
        floor: `${figure(aloneFrames.median)}/s, ${lost(alone)} lost`,
        ours: `${figure(besideFrames.median)}/s, ${lost(beside)} lost`,
        ratio: (besideFrames.median / aloneFrames.median).toFixed(3),
        reach: 'none lost',
        isReached: isDisturbed
          ? null
          : lost(beside) <= lost(alone) && besideFrames.median >= aloneFrames.median * 0.995,
      },
      {
        what: 'the panel sitting still in a live session: timers under 1 s, animation frames (Chromium)',
        floor: '0',
        ours: `${busyTimers}, ${asked}`,
        ratio: '–',
        reach: '0',
        isReached: busyTimers === 0 && asked === 0,
      },
      {
        what: 'the panel in use: tasks over 50 ms (Chromium)',
        floor: '0',
        ours: `${longTasks.length}`,
        ratio: '–',
        reach: '0',
        // They are measured by the wall clock: one that had to wait for a processor counts as long.
        isReached: isDisturbed ? null : longTasks.length === 0,
      },
    ],
    notes: [
      `a call beside it, ${pairs} pairs of ${STRETCH_MS / 1000} s in changing order, 3 acts and 23 letters in each: processor ` +
        `seconds per second alone ${showSpread(aloneCpu, '')}, beside ${showSpread(besideCpu, '')}, ratio of neighbours ` +
        `${showSpread(cpu, '')}; per decoded frame alone ${showSpread(aloneFrame, 'ms')}, beside ` +
        `${showSpread(besideFrame, 'ms')}, ratio of neighbours ${showSpread(frameCpu, '')}; ` +
        `the panel’s own process ${showSpread(spreadOf(beside.map(each => each.extensionCpu)), 's')} of it.`,
      `a call beside it: frames decoded per second alone ${showSpread(aloneFrames, '')}, beside ${showSpread(besideFrames, '')}. ` +
        `Others kept ${showSpread(others, 'processors')} busy meanwhile${isDisturbed ? ', too many to tell' : ''}.`,
      `the panel sitting still for ${STILL_MS / 1000} s in a live session: intervals of ${intervals.join(', ') || 'none'} ms, ` +
        `timeouts of ${timeouts.join(', ') || 'none'} ms, ${asked} animation frames, ${figure(still.cpu, 's')} of processor time; tasks over 50 ms in use: ` +
        `${longTasks.map(each => figure(each, 'ms')).join(', ') || 'none'}.`,
    ],
  };
}

function perSecond({ cpu, seconds }: Stretch): number {
  return cpu / seconds;
}

/** Milliseconds; by the frame, since a computer that others keep busy decodes fewer. */
function perFrame({ cpu, decoded }: Stretch): number {
  return (cpu * 1000) / decoded;
}

async function waitForCall(browser: Browser): Promise<void> {
  // The panel makes the call's tab narrower; the pictures must cost the same to draw all the same.
  await browser.inCall(`(() => { document.body.style.width = '${CALL_WIDTH}px'; })()`);
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await statsOf(browser)).framesDecoded > 100) return;
    await pause(200);
  }
  throw new Error('The call did not begin.');
}

function statsOf(browser: Browser): Promise<CallStats> {
  return browser.inCall<CallStats>('practiceCall.stats()');
}

/** Starts the session under watch, and does nothing for a while. */
async function sitStill(browser: Browser): Promise<PanelWatch & { cpu: number }> {
  const panel = await browser.openPanel();
  await panel.wait('button', 'Start session');
  await panel.eval(watchPanel);
  await startSession(panel, '');
  await pause(1_000);
  // What starting needed is over; an interval set then is still running.
  await panel.eval('void (panelWatch.timeouts.length = 0, panelWatch.frames = 0)');
  const before = readCpu(browser.profile).extension;
  await pause(STILL_MS);
  const cpu = (readCpu(browser.profile).extension - before) / 100;
  return { ...(await panel.eval<PanelWatch>('panelWatch')), cpu };
}

async function stretch(browser: Browser, act: () => Promise<void>): Promise<Stretch> {
  const before = await statsOf(browser);
  const [from, start] = [readCpu(browser.profile), performance.now()];
  await act();
  await pause(Math.max(0, STRETCH_MS - (performance.now() - start)));
  const [to, end] = [readCpu(browser.profile), performance.now()];
  const after = await statsOf(browser);
  return {
    othersCpu: (to.computer - from.computer - (to.whole - from.whole)) / 100,
    cpu: (to.whole - from.whole) / 100,
    extensionCpu: (to.extension - from.extension) / 100,
    seconds: (end - start) / 1000,
    decoded: after.framesDecoded - before.framesDecoded,
    dropped: after.framesDropped - before.framesDropped,
    freezes: after.freezes - before.freezes,
  };
}

/** By keys alone: looking for a control to click would cost the panel's process more than the click. */
async function useIt(panel: Surface): Promise<void> {
  for (const key of ['1', 'Shift+2', 't']) {
    await pause(3_000);
    await panel.press(key);
  }
  await pause(3_000);
  await panel.press('n');
  for (const letter of 'slower when she pauses.') {
    await pause(150);
    await panel.press(letter === ' ' ? 'Space' : letter);
  }
  await pause(2_000);
  await panel.eval('void document.activeElement.blur()');
}
