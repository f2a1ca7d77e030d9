import { describe, expect, test } from 'vitest';
import { choicesOf, firstDayOf, PERIODS, passes } from '../../src/domain/session-filter';
import type { SessionSummary } from '../../src/domain/session-summary';

const summary = (told: Partial<SessionSummary> = {}): SessionSummary => ({
  day: '2026-03-04',
  client: 'Heron',
  checklist: { id: 'trust-essentials', version: 1 },
  state: 'to-review',
  minutes: 50,
  ...told,
});
const TODAY = '2026-03-04';

describe('a period', () => {
  test.each([
    ['week', '2026-03-04', '2026-03-02'],
    ['week', '2026-03-02', '2026-03-02'],
    ['week', '2026-03-01', '2026-02-23'],
    ['month', '2026-03-31', '2026-03-01'],
    ['quarter', '2026-03-04', '2025-12-04'],
    ['quarter', '2026-05-31', '2026-02-28'],
    ['year', '2026-03-04', '2026-01-01'],
  ] as const)('of a %s that ends on %s begins on %s', (period, today, first) => {
    expect(firstDayOf(period, today)).toBe(first);
  });
});

describe('a filter', () => {
  const tagged = summary({ tags: ['pace'], answers: { 'own-my-part': 'partly' } });
  test.each([
    ['nothing', {}, true],
    ['its client', { client: 'Heron' }, true],
    ['another client', { client: 'heron' }, false],
    ['no client', { client: null }, false],
    ['its state', { state: 'to-review' }, true],
    ['another state', { state: 'signed-off' }, false],
    ['its tag', { tag: 'pace' }, true],
    ['another tag', { tag: 'move' }, false],
    ['a behaviour that was called for', { behaviour: 'own-my-part' }, true],
    ['one that was not', { behaviour: 'toString' }, false],
    ['this week', { period: 'week' }, true],
    ['all of it at once', { client: 'Heron', tag: 'pace', period: 'year', state: 'to-review' }, true],
    ['all of it but one', { client: 'Heron', tag: 'pace', period: 'year', state: 'reviewed' }, false],
  ] as const)('for %s', (_, filter, isListed) => {
    expect(passes(tagged, filter, TODAY)).toBe(isListed);
  });

  test('leaves out the day before each period', () => {
    for (const period of PERIODS) {
      const first = firstDayOf(period, TODAY);
      const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
      const days = [first, before].map(day => passes(summary({ day }), { period }, TODAY));
      expect([period, ...days]).toEqual([period, true, false]);
    }
  });

  test('shows a damaged session only where nothing is left out', () => {
    expect([passes(null, {}, TODAY), passes(null, { period: 'year' }, TODAY)]).toEqual([true, false]);
  });
});

test('the choices are those there are, each once', () => {
  const choices = choicesOf([
    summary({ client: 'Wren', tags: ['pace', 'move'] }),
    summary({ client: null, state: 'signed-off', answers: { 'own-my-part': 'done' } }),
    null,
    summary({ tags: ['pace'] }),
    summary({ client: '🪶 خجول' }),
  ]);
  expect(choices.clients.at(-1)).toBeNull();
  expect(new Set(choices.clients)).toEqual(new Set(['Heron', 'Wren', '🪶 خجول', null]));
  expect(choices).toMatchObject({ states: ['to-review', 'signed-off'], tags: ['move', 'pace'] });
  expect([...choices.behaviours]).toEqual(['own-my-part']);
});
