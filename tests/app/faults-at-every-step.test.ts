import { describe, expect, test } from 'vitest';
import { watchForFaults } from '../fixtures/faults';
import { WRITE_PATHS } from './write-paths';

const quietly = async () => {};

/** One step of each write path fails, each in turn; the vault is then what it was or what it was to be. */
describe.each(WRITE_PATHS.map(({ name, ...path }) => [name, path] as const))(
  '%s',
  (_, { atLeast, ready }) => {
    test.each(['refused', 'dropped'] as const)(
      'is all or nothing when any one step is %s',
      async fault => {
        const faults = watchForFaults();
        const whole = await ready();
        const before = await whole.told();
        const steps = await faults.count(() => whole.act(quietly));
        const after = await whole.told();
        await whole.close();
        expect(after).not.toBe(before);
        expect(steps).toBeGreaterThanOrEqual(atLeast);

        const outcomes = { before: 0, after: 0, triedAgain: 0 };
        for (let step = 1; step <= steps; step += 1) {
          const what = `step ${step} of ${steps}`;
          const { act, told, close } = await ready();
          const meanwhile: string[] = [];
          const onRefused = async () => void meanwhile.push(await told());
          const isAcknowledged = await faults.failAt(step, fault, () => act(onRefused));
          const found = await told();
          for (const each of [...meanwhile, found]) expect([before, after], what).toContain(each);
          if (isAcknowledged) expect(found, what).toBe(after);
          // Nothing is left behind that stands in the way of a second try.
          if (found === before) await act(quietly);
          expect(await told(), what).toBe(after);
          await close();
          outcomes[found === after ? 'after' : 'before'] += 1;
          outcomes.triedAgain += meanwhile.length;
        }
        console.info(`${steps} steps, ${fault}: ${JSON.stringify(outcomes)}`);
      },
      120_000,
    );
  },
);
