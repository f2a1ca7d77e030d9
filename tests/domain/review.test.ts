import { describe, expect, test } from 'vitest';
import { answerOf } from '../../src/domain/review';
import { aSession } from '../fixtures/a-session';

const GOAL = 'agree-a-goal';
const ended = aSession().started().ticked(GOAL, 3).missed('honour-a-no', 5).ended(50);

describe('the answer of a behaviour', () => {
  test('follows from the live mark until one is given', () => {
    const session = ended.told();
    expect(answerOf(session, GOAL)).toBe('done');
    expect(answerOf(session, 'honour-a-no')).toBe('missed');
    expect(answerOf(session, 'own-my-part')).toBe('not-called-for');
  });

  test('is the last one given by hand', () => {
    const session = ended
      .happened({ type: 'answered', minute: 50, behaviour: GOAL, answer: 'partly' })
      .happened({ type: 'answered', minute: 50, behaviour: GOAL, answer: 'not-called-for' })
      .told();
    expect(answerOf(session, GOAL)).toBe('not-called-for');
  });
});

describe('a review', () => {
  test('tells how it felt, and nothing of what was left open again', () => {
    const felt = ended
      .happened({ type: 'felt', minute: 50, part: 'goal', feeling: 'shared' })
      .happened({ type: 'felt', minute: 50, part: 'bond', feeling: 'apart' })
      .happened({ type: 'felt', minute: 50, part: 'bond', feeling: null })
      .told().review.felt;
    expect([...felt]).toEqual([['goal', 'shared']]);
  });

  test('keeps the first day of its sign-off, and every amendment beside it', () => {
    const { review } = ended
      .happened({ type: 'reflection-written', minute: 50, text: 'slower' })
      .happened({ type: 'signed-off', minute: 50, day: '2026-03-04' })
      .happened({ type: 'amended', minute: 50, day: '2026-03-09', reason: 'read again', text: 'too slow' })
      .happened({ type: 'signed-off', minute: 50, day: '2026-03-10' })
      .told();
    expect(review).toMatchObject({ reflection: 'slower', signedOff: '2026-03-04', reviewed: null });
    expect(review.amendments).toMatchObject([{ day: '2026-03-09', reason: 'read again', text: 'too slow' }]);
  });
});
