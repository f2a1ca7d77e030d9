import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCome, retentionDay } from '../../src/domain/retention';

const aDay = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('the retention day', () => {
  test.each([
    ['2026-03-04', 7, '2033-03-04'],
    ['2026-12-31', 1, '2027-12-31'],
    ['2024-02-29', 5, '2029-03-01'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-01-01', 99, '2125-01-01'],
  ])('of a last session on %s, kept %d years, is %s', (last, years, day) => {
    expect(retentionDay(last, years)).toBe(day);
  });

  test('is never before the full years, and at most a day after them', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 99 }), (last, years) => {
        const day = retentionDay(last, years);
        const full = `${Number(last.slice(0, 4)) + years}${last.slice(4)}`;
        expect(day >= full).toBe(true);
        expect(day === full || full.endsWith('02-29')).toBe(true);
      }),
    );
  });

  test('has come on the day itself and not on the one before', () => {
    expect([hasCome('2033-03-04', '2033-03-03'), hasCome('2033-03-04', '2033-03-04')]).toEqual([false, true]);
    expect(hasCome('2033-03-04', '2040-01-01')).toBe(true);
  });
});
