import { describe, expect, test } from 'vitest';
import { type Command, decide } from '../../src/domain/decide';
import type { AfterCommand } from '../../src/domain/decide-after';
import { aSession, at } from '../fixtures/a-session';

const GOAL = 'agree-a-goal';
const live = aSession().started().ticked(GOAL, 3).happened({
  type: 'promised',
  minute: 9,
  words: 'send the form',
  due: null,
});
const ended = live.ended(50);
const signedOff = ended
  .happened({ type: 'reflection-written', minute: 50, text: 'slower' })
  .happened({ type: 'signed-off', minute: 50, day: '2026-03-04' });
const asked = (from: typeof live, command: Command) => decide(from.told(), command, at(99));

const EACH: readonly AfterCommand[] = [
  { do: 'answer', behaviour: GOAL, answer: 'partly' },
  { do: 'feel', part: 'goal', feeling: 'shared' },
  { do: 'write-reflection', text: 'other words' },
  { do: 'write-closing-line', words: 'go slow' },
  { do: 'tag', tags: ['pace'] },
  { do: 'rename-client', client: 'Wren' },
  { do: 'finish-review' },
  { do: 'sign-off' },
];

describe('after the end', () => {
  test.each(EACH)('%j is told at the last minute', command => {
    expect(asked(ended, command)).toMatchObject([{ minute: 50 }]);
  });

  test('an answer that stands already, by hand or by its mark, changes nothing', () => {
    expect(asked(ended, { do: 'answer', behaviour: GOAL, answer: 'done' })).toEqual([]);
    expect(asked(ended, { do: 'answer', behaviour: 'honour-a-no', answer: 'not-called-for' })).toEqual([]);
  });

  test('there is nothing to amend', () => {
    expect(asked(ended, { do: 'amend', reason: 'a', text: 'b' })).toEqual({ refused: 'not-signed-off' });
  });
});

describe('while a session is live', () => {
  test.each(EACH)('%j is told only where it is of use then', command => {
    const isOfUse = ['write-closing-line', 'tag', 'rename-client'].includes(command.do);
    const outcome = asked(live, command);
    if (isOfUse) expect(outcome).toHaveLength(1);
    else expect(outcome).toEqual({ refused: 'not-ended' });
  });
});

describe('sign-off', () => {
  test.each([
    { do: 'answer', behaviour: GOAL, answer: 'partly' },
    { do: 'feel', part: 'goal', feeling: 'shared' },
    { do: 'write-closing-line', words: 'go slow' },
    { do: 'change-promise', of: 2, words: 'send both forms', due: null },
    { do: 'promise', words: 'ring back', due: null },
  ] as const satisfies readonly Command[])('freezes: %j is refused', command => {
    expect(asked(signedOff, command)).toEqual({ refused: 'signed-off' });
  });

  test('comes once, and takes no review after it', () => {
    expect(asked(signedOff, { do: 'sign-off' })).toEqual([]);
    expect(asked(signedOff, { do: 'finish-review' })).toEqual([]);
  });

  test('lets words that come late stand beside it, with their day', () => {
    expect(asked(signedOff, { do: 'write-reflection', text: 'slower still' })).toEqual([
      { type: 'amended', minute: 50, day: '2026-03-04', reason: '', text: 'slower still' },
    ]);
    expect(asked(signedOff, { do: 'write-reflection', text: 'slower' })).toEqual([]);
  });

  test('lets an amendment, a new code, tags and what became of a promise be told', () => {
    for (const command of [
      { do: 'amend', reason: 'read again', text: 'too slow' },
      { do: 'rename-client', client: 'Wren' },
      { do: 'tag', tags: ['pace'] },
      { do: 'close-follow-up', of: 2, how: 'kept' },
    ] as const satisfies readonly Command[])
      expect(asked(signedOff, command)).toHaveLength(1);
  });
});
