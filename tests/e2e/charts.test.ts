import { expect, it } from 'vitest';
import type { Backup } from '../../src/domain/backup';
import { keyedCore } from '../../src/domain/checklist';
import type { SessionEvent } from '../../src/domain/session-event';
import { CHECKLISTS } from '../../src/library/checklists';
import { auditedBackup } from '../fixtures/audited-sessions';
import { inBothBrowsers } from './both-browsers';
import { bringIn } from './bring-in';
import {
  contrastOf,
  type DrawnCell,
  type DrawnCounts,
  type DrawnRatings,
  type DrawnShare,
  drawnCounts,
  drawnGrid,
  drawnRatings,
  drawnShares,
  wordsOf,
} from './drawn-charts';
import type { Browser, PageSurface } from './rig/surface';
import { createVault } from './steps';

const { id, version, checklist } = CHECKLISTS[0];
const CORE = keyedCore(checklist).map(({ behaviour }) => behaviour);
const MANY = 500;
/** One for each row of the trail, as its shapes are drawn. */
const DIAMOND = 'M10 2.5 17.5 10 10 17.5 2.5 10Z';
const TRAIL = [
  ['Noticed', DIAMOND],
  ['Repaired', `${DIAMOND}M6.6 10.2l2.4 2.4 4.4-4.8`],
  ['Carried to a later session', 'M2.5 10h14M12 5l5 5-5 5'],
] as const;

/** Sessions of 2020 in which nothing was called for. */
function nothingCalledFor(from: number, to: number): Backup['sessions'] {
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    const day = `2020-01-0${number + 1}`;
    const events: SessionEvent[] = [
      { type: 'started', day, client: null, checklist: { id, version }, planned: 50 },
      { type: 'ended', minute: 50 },
      ...CORE.map(
        ({ id: behaviour }) =>
          ({ type: 'rated', minute: 50, behaviour, rating: 'not-called-for', evidence: null }) as const,
      ),
      { type: 'audited', minute: 50, day },
    ];
    const key = `00000000-0000-4000-9000-00000000000${number}`;
    return { id: key, events: events.map((event, seq) => ({ seq, event })) };
  });
}

/** Brings these sessions in and comes back to their charts. */
async function addSessions(browser: Browser, desk: PageSurface, sessions: Backup['sessions']): Promise<void> {
  await bringIn(browser, desk, { ...auditedBackup(0), sessions }, 60_000);
  await desk.click('link', 'Trends');
}

type Log = readonly { readonly event: SessionEvent }[];

/** What a session says of a behaviour, as it was written into its events. */
function ratingIn(events: Log, behaviour: string): string | null {
  for (const { event } of events)
    if (event.type === 'rated' && event.behaviour === behaviour) return String(event.rating);
  return null;
}

const WORDS: Record<string, string> = { 'not-called-for': 'Not called for', 'cant-tell': "Can't tell" };
const inWords = (rating: string | null) => (rating === null ? null : (WORDS[rating] ?? rating));
const isNumber = (rating: string | null): rating is string => rating !== null && /^\d$/.test(rating);

inBothBrowsers('The charts of Trends', browser => {
  let desk: PageSurface;
  const all: Log[] = [];

  it('say nothing of one session, and of five in which nothing was called for only that', async () => {
    ({ desk } = await createVault(browser()));
    await addSessions(browser(), desk, nothingCalledFor(0, 1));
    await desk.wait('heading', 'Not enough to show yet');
    expect(await desk.eval(`document.querySelectorAll('.trends svg').length`)).toBe(0);
    await addSessions(browser(), desk, nothingCalledFor(1, 5));
    await desk.wait('table', /^What I do, session by session Sessions 1 to 5 of 5/);
    await desk.wait('img', `${CORE[0]?.label}: not called for in 5 of 5 sessions; likely range 57 to 100 %`);
    expect(await desk.eval(drawnRatings)).toEqual([]);
    const shares = await desk.eval<DrawnShare[]>(drawnShares);
    expect(shares.map(({ share }) => Math.round(share * 100))).toEqual(CORE.map(() => 100));
    expect(await desk.text()).toContain('No strain was marked in these sessions.');
    expect(await desk.axe()).toEqual([]);
  });

  it('say the same to the eye, to a screen reader and in their tables, of five hundred sessions more', async () => {
    const many = auditedBackup(MANY).sessions.slice(0, MANY);
    await addSessions(browser(), desk, many);
    all.push(...[...nothingCalledFor(0, 5).slice(0, 5), ...many].map(({ events }) => events));
    const total = MANY + 5;
    await desk.resize(1280, 900);
    await desk.wait('table', new RegExp(`^What I do, .* to ${total} of ${total}`), 30_000);
    await desk.wait('heading', 'How often it was not called for');
    await desk.eval(`document.querySelectorAll('.trends summary').forEach(one => one.click())`);
    await desk.wait('region', /^Table: How often/);

    const grid = await desk.eval<{ label: string; cells: (DrawnCell | null)[] }[]>(drawnGrid('grid-title'));
    const shown = all.slice(-(grid[0]?.cells.length ?? 0));
    expect(shown.length).toBeGreaterThan(20);
    const table = await desk.eval<string[][]>(wordsOf('Table: What I do'));
    const said = (behaviour: string) => shown.map(events => ratingIn(events, behaviour));
    for (const [index, { label, cells }] of grid.entries()) {
      const expected = said(CORE[index]?.id ?? '');
      expect(label).toBe(CORE[index]?.label);
      expect(
        cells.map(cell => cell?.words ?? null),
        label,
      ).toEqual(expected.map(inWords));
      // A tower is as high as the rating; a dash has one outline, whatever it stands for.
      expect(
        cells.map(cell => (cell && /^\d$/.test(cell.of) ? cell.of : null)),
        label,
      ).toEqual(expected.map(one => (isNumber(one) ? one : null)));
      expect(table[index]?.slice(1), label).toEqual(expected.map(one => inWords(one) ?? 'Nothing said'));
      const held = all.filter(events => ratingIn(events, CORE[index]?.id ?? '') !== null).length;
      const read = cells.flatMap(cell => cell?.words ?? []).join(' ');
      expect(await desk.has('row', `${label} ${held} sessions ${read}`), label).toBe(true);
    }
    expect(grid).toHaveLength(CORE.length);

    const ratings = await desk.eval<DrawnRatings[]>(drawnRatings);
    const ratingTable = await desk.eval<string[][]>(wordsOf('Table: My ratings'));
    for (const [index, { id: behaviour, label }] of CORE.entries()) {
      const numbers = all.map(events => ratingIn(events, behaviour)).filter(isNumber);
      const newest = numbers.slice(-24);
      expect(ratings[index]?.ratings.map(String), label).toEqual(newest);
      expect(ratings[index]?.isInOrder).toBe(true);
      const name = ratings[index]?.name ?? '';
      expect(name.startsWith(`${label}: ratings in 24 sessions`), name).toBe(true);
      expect(name.endsWith(`oldest first: ${newest.join(', ')}`), name).toBe(true);
      expect(await desk.has('img', name)).toBe(true);
      expect(ratingTable[index]?.[0]).toBe(label);
      expect([ratingTable[index]?.[1], ratingTable[index]?.[3]]).toEqual([
        String(numbers.length),
        newest.join(', '),
      ]);
    }

    const shares = await desk.eval<DrawnShare[]>(drawnShares);
    const shareTable = await desk.eval<string[][]>(wordsOf('Table: How often'));
    for (const [index, { id: behaviour, label }] of CORE.entries()) {
      const known = all.map(events => ratingIn(events, behaviour)).filter(one => one !== null);
      const count = known.filter(one => one === 'not-called-for').length;
      const { name = '', share = -1, from = -1, to = -1 } = shares[index] ?? {};
      const told = /likely range (\d+) to (\d+) %$/.exec(name);
      expect(name).toContain(`${label}: not called for in ${count} of ${known.length} sessions;`);
      expect(await desk.has('img', name)).toBe(true);
      expect(Math.abs(share - count / known.length), name).toBeLessThan(0.01);
      expect(Math.abs(from - Number(told?.[1]) / 100), name).toBeLessThan(0.015);
      expect(Math.abs(to - Number(told?.[2]) / 100), name).toBeLessThan(0.015);
      expect(shareTable[index]).toEqual([
        label,
        `${count} of ${known.length} sessions`,
        `${told?.[1]} to ${told?.[2]} %`,
      ]);
    }

    const trail = await desk.eval<{ label: string; cells: (DrawnCell | null)[] }[]>(drawnGrid('trail-title'));
    const trailTable = await desk.eval<string[][]>(wordsOf('Table: Strains'));
    const kindsIn = (events: Log) =>
      events.map(({ event }) => (event.type === 'moment-marked' ? event.kind : ''));
    const strains = shown.map(events => kindsIn(events).includes('strain'));
    const repairs = shown.map(events => kindsIn(events).includes('repair'));
    const expected = [strains, repairs, strains.map((one, index) => one && !repairs[index])];
    for (const [index, [label, shape]] of TRAIL.entries()) {
      const once = expected[index]?.map(one => (one ? { shapes: 1, of: shape, words: '1' } : null));
      expect(trail[index]).toEqual({ label, cells: once });
      expect(trailTable[index]?.slice(1)).toEqual(expected[index]?.map(one => (one ? '1' : 'None')));
      const read = once?.flatMap(cell => cell?.words ?? []).join(' ');
      expect(await desk.has('row', `${label} ${read}`), label).toBe(true);
    }
    expect(await desk.axe()).toEqual([]);
  });
});

/** Whatever says something in a picture; lines that only guide the eye may be fainter. */
const MARKS = '.shape path, .multiple circle, .share circle, .share rect, .counts circle, .multiple .way';
const IN_TIMELINE = '.picture .glyph path, .picture .mended';
/** As WCAG 2.2, 1.4.11, asks of what a picture is understood by. */
const ENOUGH = 3;

async function expectSeen(desk: PageSurface, marks: string, least: number, mode: string): Promise<void> {
  const found = await desk.eval<number[]>(contrastOf(marks));
  expect(found.length, mode).toBeGreaterThan(least);
  expect(Math.min(...found), mode).toBeGreaterThanOrEqual(ENOUGH);
}

async function expectAllSeen(browser: Browser, modes: readonly string[]): Promise<void> {
  const desk = await browser.openPage('desk.html');
  await desk.click('button', 'Practise first');
  await desk.wait('link', /Wren/, 20_000);
  await desk.click('link', 'Trends');
  await desk.wait('img', /not called for in/);
  await desk.wait('img', /In this period/);
  for (const mode of modes) {
    await desk.eval(`document.documentElement.dataset.appearance = '${mode}'`);
    await expectSeen(desk, MARKS, 100, `Trends, ${mode}`);
  }
  await desk.eval(`location.hash = '#/sessions'`);
  const lines = `[...document.querySelectorAll('a')].map(link => [...link.children].map(part => part.textContent).join(' ')).filter(text => /Wren/.test(text))`;
  await desk.wait('link', /Wren/);
  await desk.click('link', ((await desk.eval<string[]>(lines)).at(-1) ?? '').replace(/\s+/g, ' ').trim());
  await desk.wait('heading', 'Timeline');
  for (const mode of modes) {
    await desk.eval(`document.documentElement.dataset.appearance = '${mode}'`);
    await expectSeen(desk, IN_TIMELINE, 4, `Timeline, ${mode}`);
  }
  await desk.close();
}

inBothBrowsers('The marks of charts', browser => {
  it('of a look back are as many as its words and its table say', async () => {
    const desk = await browser().openPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.wait('link', /Wren/, 20_000);
    await desk.click('link', 'Trends');
    await desk.wait('img', /In this period/);
    await desk.eval(`document.querySelectorAll('.focus summary').forEach(one => one.click())`);
    const drawn = await desk.eval<DrawnCounts[]>(drawnCounts);
    expect(drawn).toHaveLength(4);
    for (const { name, counts } of drawn) {
      const told = counts.flatMap((count, rating) => (count > 0 ? [`rated ${rating} in ${count}`] : []));
      expect(name.endsWith(`: ${told.join(', ')}.`), name).toBe(true);
      expect(await desk.has('img', name)).toBe(true);
    }
    for (const [index, label] of [CORE[0]?.label, 'Reflect feeling before fixing'].entries()) {
      const [before, during] = drawn.slice(2 * index, 2 * index + 2);
      expect(before?.name.startsWith(`${label}. `)).toBe(true);
      const table = await desk.eval<string[][]>(wordsOf(`Table: ${label}`));
      expect(table.map(([, ...cells]) => cells.map(Number))).toEqual(
        [0, 1, 2, 3].map(rating => [before?.counts[rating], during?.counts[rating]]),
      );
    }
    await desk.click('button', 'Leave practice');
    await desk.wait('button', 'Create vault');
    await desk.close();
  });

  it('stand out from the page by day and by night', () => expectAllSeen(browser(), ['light', 'dark']));
});

inBothBrowsers(
  'The marks of charts, in colours a person has forced on every page,',
  browser => {
    it('still stand out', async () => {
      const desk = await browser().openPage('desk.html');
      await desk.wait('button', 'Practise first');
      expect(await desk.eval(`matchMedia('(forced-colors: active)').matches`)).toBe(true);
      await desk.close();
      await expectAllSeen(browser(), ['light']);
    });
  },
  { forcedColours: true },
);
