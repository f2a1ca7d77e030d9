import { describe, expect, it } from 'vitest';
import { agreementOf, isWide, layBeside } from '../../src/domain/second-rating';
import type { Rating } from '../../src/domain/session-event';

const own = (ratings: Record<string, Rating>) =>
  new Map(Object.entries(ratings).map(([behaviour, rating]) => [behaviour, { rating }]));
const ORDER = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('two ratings beside each other', () => {
  const beside = layBeside(
    own({ a: 2, b: 0, c: 'not-called-for', d: 0, e: 1 }),
    { a: 2, b: 2, c: 3, d: 3, f: 'cant-tell' },
    ORDER,
  );

  it('begin with those two or more apart, the widest first, and keep the others in their order', () => {
    expect(beside.map(({ behaviour, apart }) => [behaviour, apart])).toEqual([
      ['d', 3],
      ['b', 2],
      ['a', 0],
      ['c', null],
      ['e', null],
      ['f', null],
    ]);
    expect(beside.filter(isWide)).toHaveLength(2);
  });

  it('count as a pair only where both are numbers', () => {
    expect(agreementOf(beside)).toEqual({ pairs: 3, exact: 1, kappa: null });
  });

  it('say nothing of behaviours neither has rated, nor of names every object has', () => {
    expect(layBeside(own({}), {}, ['a', 'constructor', 'toString'])).toEqual([]);
  });
});

describe('agreement', () => {
  /**
   * By hand, for the pairs of the end-to-end story: the squared differences add up to 10; by chance they would to
   * (15 × 60 + 15 × 56 − 2 × 26 × 26) / 15 = 388 / 15. So kappa is 1 − 150 / 388.
   */
  it('is what was worked out by hand', () => {
    const first = [3, 2, 1, 0, 3, 2, 1, 2, 2, 3, 1, 0, 3, 1, 2] as const;
    const second = [3, 2, 2, 0, 1, 2, 1, 2, 1, 3, 1, 2, 3, 1, 2] as const;
    const compared = first.map((mine, index) => ({
      behaviour: `${index}`,
      own: mine,
      other: second[index] as Rating,
      apart: null,
    }));
    const { pairs, exact, kappa } = agreementOf(compared);
    expect([pairs, exact]).toEqual([15, 11]);
    expect(kappa?.kappa).toBeCloseTo(1 - 150 / 388, 12);
  });

  it.each([
    ['all not called for', 'not-called-for'],
    ['nobody can tell', 'cant-tell'],
  ] as const)('has no pair when %s', (_, rating) => {
    const other = Object.fromEntries(ORDER.map(behaviour => [behaviour, rating]));
    expect(agreementOf(layBeside(own(other), other, ORDER))).toEqual({ pairs: 0, exact: 0, kappa: null });
  });

  it('tells kappa from ten pairs on, not from nine', () => {
    const pair = (index: number) => ({
      behaviour: `${index}`,
      own: (index % 4) as 0 | 1 | 2 | 3,
      other: (index % 3) as 0 | 1 | 2,
      apart: null,
    });
    const pairs = Array.from({ length: 10 }, (_, index) => pair(index));
    expect(agreementOf(pairs.slice(1)).kappa).toBeNull();
    expect(agreementOf(pairs).kappa).not.toBeNull();
  });
});
