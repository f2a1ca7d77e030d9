import type { Row } from './report';
import { figure, spreadOf } from './spread';

const REACH = {
  growth: 1.5,
  raw: 1.5,
  index: 2,
  frame: 1_000 / 60,
  task: 50,
  memory: 150,
  first: 100,
  searchable: 1_500,
  review: 1.5,
};
const MIB = 2 ** 20;
/** The size that the numbers to reach are set for. */
const SET_FOR = 10_000;

/** What was measured with so many sessions: milliseconds, and bytes. */
export interface YearsMeasured {
  readonly sessions: number;
  /** Navigation → first line painted. */
  readonly list: number;
  /** Unlock pressed → first line painted. */
  readonly unlocked: number;
  /** From when the passphrase had become a key. */
  readonly firstAfterKey: number;
  readonly allAfterKey: number;
  readonly searchableAfterKey: number;
  /** Reading and opening the lines of the list, the first screens of it and all, with nothing but the browser's own means. */
  readonly raw: { readonly first: number; readonly all: number };
  /** Box entered → index whole, and the library's own time. */
  readonly index: number;
  readonly floor: number;
  readonly keystrokes: readonly number[];
  /** The longest task of the page while the list was read, and while the index was built and words were typed. */
  readonly openTask: number;
  readonly searchTask: number;
  /** What the open vault with list and search adds to the locked page, once the browser has tidied up. */
  readonly memory: number | null;
  readonly dropped: number;
  readonly floorDropped: number;
  readonly review: number;
  readonly emptyPage: number;
}

/** The lines of the table for one size. A number set for ten thousand is judged there only. */
export function rowsOfYears(browserName: string, one: YearsMeasured, least: YearsMeasured): Row[] {
  const what = `with ${one.sessions.toLocaleString('en')} sessions (${browserName})`;
  const judged = (isReached: boolean) => (one.sessions === SET_FOR ? isReached : null);
  const ratio = (told: string, floor: number, ours: number, reach: number, isJudged = true): Row => ({
    what: `${told} ${what}`,
    floor: figure(floor, 'ms'),
    ours: figure(ours, 'ms'),
    ratio: figure(ours / floor),
    reach: isJudged ? `≤ ${reach}` : '',
    isReached: isJudged ? judged(ours / floor <= reach) : null,
  });
  const bounded = (told: string, ours: number, most: number, unit = 'ms', floor = '–'): Row => ({
    what: `${told} ${what}`,
    floor,
    ours: figure(ours, unit),
    ratio: '–',
    reach: `≤ ${most}${unit && ` ${unit}`}`,
    isReached: judged(ours <= most),
  });
  const held = (told: string, bytes: number | null): Row =>
    bytes === null
      ? { what: `${told} ${what}`, floor: '–', ours: '–', ratio: '–', reach: '', isReached: null }
      : bounded(told, bytes / MIB, REACH.memory, 'MiB');
  const keystroke = one.keystrokes.length > 0 ? spreadOf(one.keystrokes).median : null;
  return [
    ratio('desk: navigation → first line painted, ÷ with 10,', least.list, one.list, REACH.growth),
    ratio(
      'desk: Unlock pressed → first line painted, ÷ with 10,',
      least.unlocked,
      one.unlocked,
      REACH.growth,
    ),
    bounded(
      'desk: key → first line painted',
      one.firstAfterKey,
      REACH.first,
      'ms',
      figure(one.raw.first, 'ms'),
    ),
    ratio('desk: key → every line known, ÷ opening them raw,', one.raw.all, one.allAfterKey, REACH.raw),
    bounded('desk: longest task after unlocking', one.openTask, REACH.task),
    bounded(
      'desk: frames dropped while scrolling to the end',
      one.dropped,
      one.floorDropped,
      '',
      `${one.floorDropped} on an empty page`,
    ),
    ratio('review: pressed in the list → painted, ÷ an empty page,', one.emptyPage, one.review, REACH.review),
    ratio('search: box entered → index whole, ÷ the library alone,', one.floor, one.index, REACH.index),
    bounded('search: key → everything searchable', one.searchableAfterKey, REACH.searchable),
    {
      what: `search: keystroke → answer drawn ${what}`,
      floor: figure(REACH.frame, 'ms'),
      ours: keystroke === null ? '–' : figure(keystroke, 'ms'),
      ratio: keystroke === null ? '–' : figure(keystroke / REACH.frame),
      reach: '≤ 1 frame and the one that draws',
      isReached: keystroke === null ? null : judged(keystroke <= 2 * REACH.frame),
    },
    bounded('search: longest task of the page', one.searchTask, REACH.task),
    held('memory of the open vault with list and search, over the locked page, at rest', one.memory),
  ];
}
