import { expect, test } from 'vitest';
import { layActivity } from '../../src/domain/activity';

test('activity is told by day, newest first, each kind once with how often', () => {
  expect(
    layActivity([
      { day: '2026-03-03', kind: 'unlocked' },
      { day: '2026-03-04', kind: 'erased' },
      { day: '2026-03-04', kind: 'unlocked' },
      { day: '2026-03-04', kind: 'unlocked' },
    ]),
  ).toEqual([
    {
      day: '2026-03-04',
      done: [
        { kind: 'unlocked', times: 2 },
        { kind: 'erased', times: 1 },
      ],
    },
    { day: '2026-03-03', done: [{ kind: 'unlocked', times: 1 }] },
  ]);
  expect(layActivity([])).toEqual([]);
});
