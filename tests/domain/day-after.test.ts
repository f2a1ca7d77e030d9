import { expect, test } from 'vitest';
import { dayAfter } from '../../src/domain/day-after';

test.each([
  ['2026-03-04', 0, '2026-03-04'],
  ['2026-03-04', 28, '2026-04-01'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-02-28', 1, '2025-03-01'],
])('the day after %s by %i is %s', (day, days, after) => {
  expect(dayAfter(day, days)).toBe(after);
});
