import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Numbered, placeBetween } from '../../src/domain/place-between';

const aDay = fc.integer({ min: 10, max: 28 }).map(date => `2026-03-${date}`);

it('gives an empty list the numbers from 1 on', () => {
  expect(placeBetween([], ['2026-03-04', '2026-03-01', null])).toEqual([1, 2, 3]);
});

it('stands each after the last one of its day or earlier', () => {
  const here = [
    { n: 1, day: '2026-03-04' },
    { n: 2, day: '2026-03-08' },
  ];
  expect(placeBetween(here, ['2026-03-08', '2026-03-04', '2026-03-05', '2026-03-01', '2026-03-09'])).toEqual([
    3,
    1 + 1 / 3,
    1 + 2 / 3,
    0,
    4,
  ]);
});

it('takes no number twice, leaves those that are there, and keeps the order of the days', () => {
  fc.assert(
    fc.property(fc.array(aDay), fc.array(fc.array(aDay), { maxLength: 4 }), (first, merges) => {
      let list: Numbered[] = [...first].sort().map((day, index) => ({ n: index + 1, day }));
      for (const days of merges.map(some => [...some].sort())) {
        const numbers = placeBetween(list, days);
        list = [...list, ...days.map((day, index) => ({ n: numbers[index] as number, day }))];
        list.sort((one, other) => one.n - other.n);
        expect(new Set(list.map(({ n }) => n)).size).toBe(list.length);
        expect(list.map(({ day }) => day)).toEqual(list.map(({ day }) => day).sort());
      }
    }),
  );
});

it('goes on at the end when a gap has no fraction left', () => {
  let here: Numbered[] = [
    { n: 1, day: '2026-03-04' },
    { n: 2, day: '2026-03-08' },
  ];
  for (let merge = 0; merge < 80; merge += 1) {
    const [n = 0] = placeBetween(here, ['2026-03-05']);
    expect(here.map(one => one.n)).not.toContain(n);
    here = [...here, { n, day: '2026-03-05' }].sort((one, other) => one.n - other.n);
  }
});
