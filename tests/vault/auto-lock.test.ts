import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type IdleWatch,
  LOCK_AFTER,
  parseWatch,
  resetClock,
  standingAt,
  startWatch,
  touch,
  WARN_BEFORE,
} from '../../src/vault/auto-lock';

const MINUTE = 60_000;
const NOON = 1_700_000_000_000;
const never = startWatch('never', NOON);

describe.each(LOCK_AFTER.filter(after => after !== 'never'))('a watch of %i minutes', after => {
  const watch = startWatch(after, NOON);
  const end = NOON + after * MINUTE;

  test('rests, warns in the last minute, and is due at its end', () => {
    expect(standingAt(watch, NOON)).toBe('resting');
    expect(standingAt(watch, end - WARN_BEFORE - 1)).toBe('resting');
    expect(standingAt(watch, end - WARN_BEFORE)).toBe('warning');
    expect(standingAt(watch, end - 1)).toBe('warning');
    expect(standingAt(watch, end)).toBe('due');
  });

  test('is due after any sleep that passes its end', () => {
    expect(standingAt(watch, end + 72 * 60 * MINUTE)).toBe('due');
  });

  test('has a whole period ahead after input, warned or not', () => {
    for (const now of [NOON + 2 * MINUTE, end - 1])
      expect(touch(watch, now)).toEqual({ after, deadline: now + after * MINUTE });
  });

  test('is not revived by input that comes too late', () => {
    expect(touch(watch, end)).toBe(watch);
    expect(touch(watch, end + 1)).toBe(watch);
  });

  test('does not change with every move of the pointer', () => {
    expect(touch(watch, NOON + 9_000)).toBe(watch);
    expect(touch(watch, NOON + 10_000)).not.toBe(watch);
  });

  test('is due or nearer to it when the clock is set forward', () => {
    expect(standingAt(watch, NOON + 365 * 24 * 60 * MINUTE)).toBe('due');
  });

  test('is at most one period from its end when the clock is set back', () => {
    const hourAgo = NOON - 60 * MINUTE;
    expect(resetClock(watch, hourAgo)).toEqual(startWatch(after, hourAgo));
    expect(touch(watch, hourAgo)).toEqual(startWatch(after, hourAgo));
    expect(resetClock(watch, NOON + 1)).toBe(watch);
  });
});

test('a watch of never is never due, whatever the clock says', () => {
  for (const now of [0, NOON, NOON * 2]) {
    expect(standingAt(never, now)).toBe('resting');
    expect(touch(never, now)).toBe(never);
    expect(resetClock(never, now)).toBe(never);
  }
});

test('without input no clock, however it is set, keeps a watch open for more than a period after each look', () => {
  const looks = fc.array(fc.integer({ min: -1_000 * MINUTE, max: 1_000 * MINUTE }), { minLength: 1 });
  fc.assert(
    fc.property(fc.constantFrom(...LOCK_AFTER), looks, (after, offsets) => {
      let watch: IdleWatch = startWatch(after, NOON);
      for (const offset of offsets) {
        const now = NOON + offset;
        watch = resetClock(watch, now);
        if (watch.deadline !== null && after !== 'never')
          expect(watch.deadline - now).toBeLessThanOrEqual(after * MINUTE);
      }
    }),
  );
});

test('what is no watch is not read as one', () => {
  const good = startWatch(15, NOON);
  expect(parseWatch(JSON.parse(JSON.stringify(good)))).toEqual(good);
  expect(parseWatch(JSON.parse(JSON.stringify(never)))).toEqual(never);
  const bad = [
    null,
    undefined,
    'never',
    15,
    {},
    { after: 15 },
    { after: 15, deadline: null },
    { after: 15, deadline: '9' },
    { after: 15, deadline: Number.POSITIVE_INFINITY },
    { after: 'never', deadline: 5 },
    { after: 7, deadline: NOON },
    { after: '15', deadline: NOON },
  ];
  for (const stored of bad) expect(parseWatch(stored)).toBeNull();
});
