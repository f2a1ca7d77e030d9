import { setTimeout as pause } from 'node:timers/promises';
import type { Surface } from '../e2e/rig/surface';
import { FLOOR_PAGE } from './bench-copy';
import type { Finding } from './report';
import { figure, type Spread, showSpread, spreadOf } from './spread';

const REACH = 1.5;

interface Paint {
  /** Milliseconds from the navigation. */
  first: number;
  /** When the largest text stood there; each of our screens comes in one piece, so it can be used from then on. */
  whole: number;
}

/** What a panel shows at once: a name for the table, and the control that tells it is there. */
export interface PanelState {
  readonly name: string;
  readonly control: readonly [role: string, name: string | RegExp];
}

/**
 * Fresh navigations to the panel and to the empty page, in turn, in one tab that lies in front.
 * @param page any page of the extension; it ends on the panel.
 */
export async function measureFirstPaint(
  browserName: string,
  page: Surface,
  state: PanelState,
  times: number,
): Promise<Finding> {
  const floors: Paint[] = [];
  const panels: Paint[] = [];
  for (let turn = 0; turn < times + 2; turn += 1) {
    const floor = await visit(page, FLOOR_PAGE);
    const panel = await visit(page, 'panel.html');
    await page.wait(...state.control);
    // The first two fill the browser's caches.
    if (turn < 2) continue;
    floors.push(floor);
    panels.push(panel);
  }
  const floor = spreadOf(floors.map(({ first }) => first));
  const panel = spreadOf(panels.map(({ first }) => first));
  const whole = spreadOf(panels.map(each => each.whole));
  const ratio = pairwise(panels, floors, 'first');
  const what = `panel, ${state.name}: navigation → first contentful paint (${browserName})`;
  return {
    rows: [
      {
        what,
        floor: figure(floor.median, 'ms'),
        ours: figure(panel.median, 'ms'),
        ratio: figure(ratio.median),
        reach: `≤ ${REACH}`,
        isReached: ratio.median <= REACH,
      },
    ],
    notes: [
      `${what}: ${showSpread(panel, 'ms')}; empty page ${showSpread(floor, 'ms')}; ratio of neighbours ${showSpread(ratio, '')}. ` +
        `Largest text painted, from when it can be used: ${showSpread(whole, 'ms')}.`,
    ],
  };
}

function pairwise(ours: readonly Paint[], floors: readonly Paint[], key: keyof Paint): Spread {
  return spreadOf(ours.map((paint, turn) => paint[key] / (floors[turn] as Paint)[key]));
}

/** Loads a page of the extension in this tab and waits for its paint. */
export async function visit(page: Surface, path: string): Promise<Paint> {
  await page.eval(`void location.assign('/${path}')`);
  // Nothing is asked of the page while it loads.
  await pause(400);
  await page.until(
    `location.pathname === '/${path}' && performance.getEntriesByName('first-contentful-paint').length > 0`,
    `${path} is painted`,
  );
  return page.eval(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return new Promise<Paint>(resolve => {
      const observer = new PerformanceObserver(list => {
        resolve({ first: first?.startTime ?? 0, whole: list.getEntries().at(-1)?.startTime ?? 0 });
      });
      observer.observe({ type: 'largest-contentful-paint', buffered: true });
    });
  });
}
