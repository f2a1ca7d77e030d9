import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anchorClock,
  type ClockReading,
  elapsedAt,
  hasDrifted,
  minutesIn,
  type SessionClock,
  startClock,
} from '../../src/domain/session-clock';

const MINUTE = 60_000;
const START: ClockReading = { wall: 1_000_000_000, mono: 5_000, page: 'panel' };
const clock = startClock(START);

/** A look at the clocks after so many minutes of each. */
function later(wall: number, mono: number, page = 'panel'): ClockReading {
  return { wall: START.wall + wall * MINUTE, mono: START.mono + mono * MINUTE, page };
}

describe('minutes into the session', () => {
  test.each([
    ['in a quiet session', later(20, 20), 20],
    ['after ten minutes of sleep', later(20, 10), 20],
    ['with the clock set back an hour', later(20 - 60, 20), 20],
    ['with the clock set forward, which looks like sleep', later(20 + 60, 20), 80],
    ['in another page, by the time of day', later(20, 900, 'strip'), 20],
    ['in another page with a younger clock of its own', later(20, -0.08, 'strip'), 20],
    ['in another page after the clock was set back: as far as was kept', later(-60, 3, 'strip'), 0],
  ])('%s', (_, reading, minutes) => {
    expect(minutesIn(elapsedAt(clock, reading))).toBe(minutes);
  });

  test('go on from the anchor when the clock is set back between two pages', () => {
    const kept = anchorClock(clock, later(20, 20));
    const reopened = anchorClock(kept, later(-40, 0, 'strip'));
    expect(minutesIn(elapsedAt(reopened, later(-35, 5, 'strip')))).toBe(25);
  });

  test.each([
    [-1, 0],
    [0, 0],
    [59_999, 0],
    [60_000, 1],
    [3_599_999, 59],
  ])('%d milliseconds are %d', (milliseconds, minutes) => {
    expect(minutesIn(milliseconds)).toBe(minutes);
  });
});

describe('the anchor', () => {
  test.each([
    ['stays while both clocks agree', later(20, 20), false],
    ['stays for the jitter of two clocks', later(20, 20 + 1.9 / 60), false],
    ['moves after sleep', later(20, 19), true],
    ['moves when the clock is set back', later(-40, 20), true],
    ['moves when the clock is set forward', later(80, 20), true],
    ['moves with the page', later(20, 20, 'strip'), true],
  ])('%s', (_, reading, moves) => {
    expect(hasDrifted(clock, reading)).toBe(moves);
  });

  test('keeps the time before sleep and before a clock set back apart, and adds both up', () => {
    const slept = anchorClock(clock, later(30, 10));
    const setBack = anchorClock(slept, later(30 - 120 + 5, 15));
    expect(minutesIn(elapsedAt(setBack, later(30 - 120 + 15, 25)))).toBe(45);
  });
});

describe('whatever the clocks do', () => {
  const jump = fc.record({
    wall: fc.integer({ min: -1e9, max: 1e9 }),
    mono: fc.integer({ min: 0, max: 1e8 }),
    page: fc.constantFrom('panel', 'strip', 'desk'),
  });

  test('a session never runs backwards from one anchor to the next, nor below zero', () => {
    fc.assert(
      fc.property(fc.array(jump, { maxLength: 20 }), jumps => {
        let kept: SessionClock = clock;
        for (const reading of jumps) {
          const moved = anchorClock(kept, reading);
          expect(moved.elapsed).toBeGreaterThanOrEqual(kept.elapsed);
          expect(elapsedAt(moved, reading)).toBe(moved.elapsed);
          kept = moved;
        }
      }),
    );
  });

  test('time that passes on both clocks of one page counts once and in full, wherever the anchor is', () => {
    fc.assert(
      fc.property(fc.array(jump, { maxLength: 5 }), fc.nat(1e7), (jumps, passed) => {
        const kept = jumps.reduce(anchorClock, clock);
        if (!kept.anchor) throw new Error('A clock that goes has an anchor.');
        const { wall, mono, page } = kept.anchor;
        const reading = { wall: wall + passed, mono: mono + passed, page };
        expect(elapsedAt(kept, reading)).toBe(kept.elapsed + passed);
      }),
    );
  });
});
