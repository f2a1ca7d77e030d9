import { setTimeout as pause } from 'node:timers/promises';
import type { Surface } from '../e2e/rig/surface';
import type { Finding } from './report';
import { figure, showSpread, spreadOf } from './spread';
import { installTickProbe, type TickTimes } from './tick-probe';

const REACH_DURABLE = 2;
const REACH_FRAMES = 2;
const BEHAVIOUR = 'Say how today will work';

/**
 * Trusted clicks on one behaviour's box in a panel whose session is live, each after a raw put from the idle page, which is
 * the floor. Right after input Chromium holds other tasks back until the next frame, so every other click is kept from the
 * app and makes one raw put instead: what of the distance to the floor is the browser's.
 */
export async function measureTick(browserName: string, panel: Surface, times: number): Promise<Finding> {
  await panel.eval(installTickProbe);
  const idlePuts: number[] = [];
  const puts: number[] = [];
  const ticks: TickTimes[] = [];
  for (let turn = 0; turn < times + 5; turn += 1) {
    const idle = await panel.eval<number>('tickProbe.put()');
    await pause(30);
    await panel.eval('tickProbe.armPut()');
    await panel.click('checkbox', BEHAVIOUR);
    const put = await panel.eval<number>('tickProbe.clickPut()');
    await pause(60);
    await panel.click('checkbox', BEHAVIOUR);
    const tick = await panel.eval<TickTimes>('tickProbe.tick()');
    await pause(60);
    if (turn < 5) continue;
    idlePuts.push(idle);
    puts.push(put);
    ticks.push(tick);
  }
  const gap = spreadOf(await panel.eval<number[]>('tickProbe.frameGaps.slice(5)'));

  const put = spreadOf(puts);
  const idlePut = spreadOf(idlePuts);
  const durable = spreadOf(ticks.map(tick => tick.durable));
  const begun = spreadOf(ticks.map(tick => tick.begun));
  const shown = spreadOf(ticks.map(tick => tick.shown));
  const painted = spreadOf(ticks.map(tick => tick.painted));
  const frames = spreadOf(ticks.map(tick => tick.frames));
  const input = spreadOf(ticks.map(tick => tick.input));
  const early = ticks.filter(tick => !(tick.shown >= tick.durable)).length;
  const durabilities = [...new Set(ticks.map(tick => tick.durability))].join(', ');
  const late = ticks.filter(tick => tick.frames > REACH_FRAMES).length;

  return {
    rows: [
      {
        what: `tick: click → durable on disk (${browserName})`,
        floor: figure(idlePut.median, 'ms'),
        ours: figure(durable.median, 'ms'),
        ratio: figure(durable.median / idlePut.median),
        reach: `≤ ${REACH_DURABLE}`,
        isReached: durable.median / idlePut.median <= REACH_DURABLE,
      },
      {
        what: `the same, against a raw put made by the same click (${browserName})`,
        floor: figure(put.median, 'ms'),
        ours: figure(durable.median, 'ms'),
        ratio: figure(durable.median / put.median),
        reach: '',
        isReached: null,
      },
      {
        what: `tick: click → shown as saved (${browserName})`,
        floor: figure(idlePut.median, 'ms'),
        ours: figure(shown.median, 'ms'),
        ratio: figure(shown.median / idlePut.median),
        reach: '',
        isReached: null,
      },
      {
        what: `tick: click → painted (${browserName})`,
        floor: `1 frame of ${figure(gap.median, 'ms')}`,
        ours: `${figure(frames.median)} frames, ${late} of ${ticks.length} took more than ${REACH_FRAMES}`,
        ratio: `${figure(frames.median)}`,
        reach: `≤ ${REACH_FRAMES} frames`,
        isReached: frames.median <= REACH_FRAMES,
      },
    ],
    notes: [
      `tick (${browserName}): handed to the database ${showSpread(begun, 'ms')}; durable ${showSpread(durable, 'ms')}; shown ${showSpread(shown, 'ms')}; raw put from the same click ${showSpread(put, 'ms')}, from the idle page ${showSpread(idlePut, 'ms')}. ` +
        `The transaction's durability: ${durabilities}; shown before durable: ${early} times.`,
      `tick (${browserName}): frames ${showSpread(frames, '')}, ${late} of ${ticks.length} took more than ${REACH_FRAMES}; ` +
        `painted ${showSpread(painted, 'ms')}; the browser took ${showSpread(input, 'ms')} to hand the click over.`,
    ],
  };
}
