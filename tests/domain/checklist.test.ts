import { describe, expect, test } from 'vitest';
import { checklistSchema, coreOf, findBehaviours, keyedCore } from '../../src/domain/checklist';
import { aBehaviour, aChecklist } from '../fixtures/a-checklist';

describe('the digits of the core', () => {
  const checklist = aChecklist(
    aBehaviour('end', { core: true, phases: ['closing'] }),
    aBehaviour('middle', { core: true, phases: ['before', 'working', 'closing'] }),
    aBehaviour('not-core', { phases: ['opening'] }),
    aBehaviour('start', { core: true, phases: ['working', 'opening'] }),
    aBehaviour('other-middle', { core: true }),
    aBehaviour('never-live', { core: true, phases: ['before', 'after', 'between'] }),
  );

  test('go by the phase a behaviour first comes in, then by the checklist', () => {
    expect(keyedCore(checklist).map(({ key, behaviour }) => `${key} ${behaviour.id}`)).toEqual([
      '1 start',
      '2 middle',
      '3 other-middle',
      '4 end',
    ]);
  });

  test('stay with their behaviours in every phase', () => {
    const digits = (phase: Parameters<typeof coreOf>[1]) => coreOf(checklist, phase).map(({ key }) => key);
    expect([digits('opening'), digits('working'), digits('closing')]).toEqual([[1], [1, 2, 3], [2, 4]]);
  });

  test('leave the checklist in its order', () => {
    const before = checklist.behaviours.map(({ id }) => id);
    keyedCore(checklist);
    expect(checklist.behaviours.map(({ id }) => id)).toEqual(before);
  });
});

describe('finding behaviours', () => {
  const checklist = aChecklist(
    aBehaviour('pace', { label: 'Slow to the client’s pace', does: 'Waits.', couldSay: '“Take your time.”' }),
    aBehaviour('naive', { label: 'Be naïve', does: 'Asks, then waits.', couldSay: '“What is it like?”' }),
    aBehaviour('plan', { label: 'Plan 2 steps', does: 'Plans.', couldSay: '“First this, then that.”' }),
  );
  test.each([
    ['nothing: everything', '', ['pace', 'naive', 'plan']],
    ['only spaces and signs: everything', ' – “ ', ['pace', 'naive', 'plan']],
    ['a word of the label', 'slow', ['pace']],
    ['a word of the meaning', 'waits', ['pace', 'naive']],
    ['a word of the wording', 'time', ['pace']],
    ['the start of a word', 'wai', ['pace', 'naive']],
    ['not the middle of a word', 'aits', []],
    ['every word, in any order and case', 'WAITS be', ['naive']],
    ['words of which one is missing', 'waits plan', []],
    ['without its accent', 'naive', ['naive']],
    ['with its accent, as two code points', 'nai\u0308ve', ['naive']],
    ['with either apostrophe', "client's", ['pace']],
    ['a number', '2', ['plan']],
  ])('%s', (_, query, found) => {
    expect(findBehaviours(checklist, query).map(({ id }) => id)).toEqual(found);
  });
});

describe('the shape of a checklist refuses', () => {
  const whole = aChecklist(aBehaviour('a'));
  test.each([
    ['no behaviours', { ...whole, behaviours: [] }],
    ['an id with spaces', aChecklist(aBehaviour('a b'))],
    ['an empty label', aChecklist(aBehaviour('a', { label: '' }))],
    ['no phase', aChecklist(aBehaviour('a', { phases: [] }))],
    ['three anchors', { ...whole, behaviours: [{ ...aBehaviour('a'), anchors: ['a', 'b', 'c'] }] }],
    ['no source', aChecklist(aBehaviour('a', { sources: [] }))],
    ['version 0', { ...whole, version: 0 }],
  ])('%s', (_, checklist) => {
    expect(checklistSchema.safeParse(whole).success).toBe(true);
    expect(checklistSchema.safeParse(checklist).success).toBe(false);
  });
});
