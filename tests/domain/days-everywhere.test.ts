import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayIn } from '../../src/app/export-words';
import { readClocks, today } from '../../src/browser/clocks';
import { retentionDay } from '../../src/domain/retention';
import { elapsedAt, minutesIn, startClock } from '../../src/domain/session-clock';
import { firstDayOf, PERIODS } from '../../src/domain/session-filter';

const usual = process.env.TZ;
/** Ahead of and behind UTC by as much as there is, with half hours, and with summer times that change at midnight and by half an hour. */
const ZONES = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Eucla',
  'Australia/Lord_Howe',
];
/** Days on which clocks change somewhere, the days beside them, and ends of months and years. */
const DAYS = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-04-24',
  '2026-10-25',
  '2026-12-31',
  '2028-02-29',
];

afterEach(() => {
  vi.useRealTimers();
  if (usual === undefined) delete process.env.TZ;
  else process.env.TZ = usual;
});

function goTo(zone: string): void {
  process.env.TZ = zone;
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
}

describe.each(ZONES)('in %s', zone => {
  test('a day is that of the clock on the wall, in the first and the last minute of it', () => {
    goTo(zone);
    vi.useFakeTimers();
    for (const day of DAYS) {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
      // One o’clock, as somewhere there is no midnight when summer begins.
      for (const [hour, minute] of [
        [1, 0],
        [12, 0],
        [23, 59],
      ]) {
        vi.setSystemTime(new Date(year, month - 1, date, hour, minute));
        expect(today()).toBe(day);
      }
    }
  });

  test('a day written down is the same day, in words, in periods and at the end of its retention', () => {
    const told = () =>
      DAYS.map(day => [dayIn('en', day), ...PERIODS.map(one => firstDayOf(one, day)), retentionDay(day, 7)]);
    goTo('UTC');
    const there = told();
    goTo(zone);
    expect(told()).toEqual(there);
    expect(there[0]?.[0]).toBe('Mar 8, 2026');
  });
});

test('an hour that the clocks skip or repeat counts for nothing in a session’s minutes', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  for (const [zone, before] of [
    ['America/New_York', '2026-03-08T06:50:00Z'],
    ['America/New_York', '2026-11-01T05:50:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T14:50:00Z'],
  ] as const) {
    goTo(zone);
    vi.setSystemTime(new Date(before));
    const clock = startClock(readClocks());
    const offset = new Date().getTimezoneOffset();
    vi.advanceTimersByTime(20 * 60_000);
    expect(new Date().getTimezoneOffset()).not.toBe(offset);
    expect(minutesIn(elapsedAt(clock, readClocks()))).toBe(20);
    // Another page, which has only the time of day to go by.
    expect(minutesIn(elapsedAt(clock, { ...readClocks(), page: 'another' }))).toBe(20);
  }
});
