import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatings, quadraticWeights, weightedKappa, wilsonInterval } from '../../src/domain/agreement';

const SAME_ONLY = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

describe('kappa', () => {
  test('is that of Fleiss (1981): two clinicians, 100 people, three diagnoses', () => {
    const counts = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    const found = weightedKappa(counts, SAME_ONLY);
    expect(found?.kappa).toBeCloseTo(0.676, 3);
    // Its standard error is given there as 0.088.
    expect(((found?.to ?? 0) - (found?.from ?? 0)) / 2 / 1.959964).toBeCloseTo(0.088, 3);
  });

  test('with weights is that of Cohen (1968): 200 people, disagreements weighed 1, 3 and 6', () => {
    const counts = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const disagreement = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    const weights = disagreement.map(row => row.map(weight => 1 - weight / 6));
    expect(weightedKappa(counts, SAME_ONLY)?.kappa).toBeCloseTo(0.492, 3);
    expect(weightedKappa(counts, weights)?.kappa).toBeCloseTo(0.348, 3);
  });

  test('with quadratic weights is the intraclass correlation’s near relative: worked by hand on ten pairs', () => {
    const pairs = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 1],
      [2, 1],
      [2, 2],
      [2, 2],
      [3, 2],
      [3, 3],
      [1, 3],
    ] as const;
    // Sum of squared differences is 1 + 1 + 1 + 4 = 7; the rest is what chance would give.
    const rows = [2, 3, 3, 2];
    const columns = [1, 4, 3, 2];
    const byChance = rows.flatMap((row, one) =>
      columns.map((column, other) => (row * column * (one - other) ** 2) / 10),
    );
    const chance = byChance.reduce((sum, part) => sum + part, 0);
    const found = compareRatings(pairs);
    expect(found).toMatchObject({ pairs: 10, exact: 6 });
    expect(found.kappa?.kappa).toBeCloseTo(1 - 7 / chance, 10);
  });

  test('is not told from fewer than ten pairs, nor where nobody’s ratings vary', () => {
    expect(compareRatings(Array.from({ length: 9 }, () => [1, 2] as const)).kappa).toBeNull();
    expect(compareRatings(Array.from({ length: 12 }, () => [2, 2] as const)).kappa).toBeNull();
  });

  test('lies in its interval, is 1 for two who always agree, and does not know who is who', () => {
    const rating = fc.nat(3);
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { minLength: 10, maxLength: 60 }), pairs => {
        const found = compareRatings(pairs).kappa;
        fc.pre(found !== null);
        expect(found?.from).toBeLessThanOrEqual((found?.kappa ?? 0) + 1e-9);
        expect(found?.to).toBeGreaterThanOrEqual((found?.kappa ?? 0) - 1e-9);
        const turned = compareRatings(pairs.map(([own, other]) => [other, own] as const)).kappa;
        expect(turned?.kappa).toBeCloseTo(found?.kappa ?? 0, 9);
        const same = compareRatings(pairs.map(([own]) => [own, own] as const)).kappa;
        if (same) expect(same.kappa).toBeCloseTo(1, 9);
      }),
    );
  });

  test('has weights of 1 for the same rating and 0 for the farthest', () => {
    expect(quadraticWeights(4)[0]).toEqual([1, 1 - 1 / 9, 1 - 4 / 9, 0]);
  });
});

test('Wilson’s interval is that of Newcombe (1998): 81 of 263, 15 of 148, 0 of 20, 1 of 29', () => {
  const cases = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [count, of, from, to] of cases) {
    expect(wilsonInterval(count, of).from).toBeCloseTo(from, 4);
    expect(wilsonInterval(count, of).to).toBeCloseTo(to, 4);
  }
});
