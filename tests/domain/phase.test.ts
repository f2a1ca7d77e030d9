import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIVE_PHASES } from '../../src/domain/checklist';
import { type PhaseChoice, type PhaseShares, phaseAt, phaseBands } from '../../src/domain/phase';

function aPlan(planned: number, phaseChoices: readonly PhaseChoice[], shares: PhaseShares | null = null) {
  return { planned, phaseChoices, shares };
}

describe('by the plan', () => {
  test.each([
    [0, 'opening'],
    [7, 'opening'],
    [8, 'working'],
    [39, 'working'],
    [40, 'closing'],
    [49, 'closing'],
    [75, 'closing'],
  ] as const)('minute %d of 50 is %s', (minute, phase) => {
    expect(phaseAt(minute, aPlan(50, []))).toBe(phase);
  });

  test('working begins at 15 and closing at 80 hundredths of any length, to the minute', () => {
    for (let planned = 1; planned <= 600; planned += 1) {
      const working = Math.ceil((planned * 15) / 100);
      const closing = Math.ceil((planned * 80) / 100);
      if (working < closing)
        expect([planned, phaseAt(working, aPlan(planned, []))]).toEqual([planned, 'working']);
      if (working > 0)
        expect([planned, phaseAt(working - 1, aPlan(planned, []))]).toEqual([planned, 'opening']);
      expect([planned, phaseAt(closing, aPlan(planned, []))]).toEqual([planned, 'closing']);
      if (closing - 1 >= working)
        expect([planned, phaseAt(closing - 1, aPlan(planned, []))]).toEqual([planned, 'working']);
    }
  });
});

describe('by choice', () => {
  const choices = [
    { phase: 'closing', minute: 5 },
    { phase: 'opening', minute: 20 },
  ] as const;

  test.each([
    [4, 'opening'],
    [5, 'closing'],
    [19, 'closing'],
    [20, 'opening'],
    [49, 'opening'],
  ] as const)('minute %d is %s, and the plan no longer speaks', (minute, phase) => {
    expect(phaseAt(minute, aPlan(50, choices))).toBe(phase);
  });

  test('of two choices in a minute the later one counts', () => {
    const both = [
      { phase: 'closing', minute: 5 },
      { phase: 'working', minute: 5 },
    ] as const;
    expect(phaseAt(5, aPlan(50, both))).toBe('working');
  });
});

describe('the bands of a session', () => {
  const choice = fc.record({ phase: fc.constantFrom(...LIVE_PHASES), minute: fc.nat(120) });
  const choices = fc.array(choice, { maxLength: 6 }).map(all => all.sort((a, b) => a.minute - b.minute));

  test('are none before a minute has passed', () => {
    expect(phaseBands(0, aPlan(50, []))).toEqual([]);
  });

  test('are the three of the plan when nothing was chosen', () => {
    expect(phaseBands(50, aPlan(50, []))).toEqual([
      { phase: 'opening', from: 0, to: 8 },
      { phase: 'working', from: 8, to: 40 },
      { phase: 'closing', from: 40, to: 50 },
    ]);
  });

  test('touch, fill its minutes, change the phase at each border, and say what each minute is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 1, max: 120 }),
        choices,
        (length, planned, chosen) => {
          const bands = phaseBands(length, aPlan(planned, chosen));
          expect(bands[0]?.from).toBe(0);
          expect(bands.at(-1)?.to).toBe(length);
          bands.forEach((band, index) => {
            expect(band.to).toBeGreaterThan(band.from);
            const next = bands[index + 1];
            if (next) expect([next.from, next.phase === band.phase]).toEqual([band.to, false]);
            for (let minute = band.from; minute < band.to; minute += 1)
              expect(phaseAt(minute, aPlan(planned, chosen))).toBe(band.phase);
          });
        },
      ),
    );
  });
});
