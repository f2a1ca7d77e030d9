import { expect, test } from 'vitest';
import { type DemoPlan, demoEvents } from '../../src/app/demo-sessions';
import { stillOpen } from '../../src/domain/follow-up';
import { foldSession, type Session } from '../../src/domain/session';
import { sessionEventSchema } from '../../src/domain/session-event';
import { summarise } from '../../src/domain/session-summary';

const PLAN: DemoPlan = { seed: 3, count: 1_000, clients: 12, today: '2026-03-04' };
const numbers = Array.from({ length: PLAN.count }, (_, number) => number);
const logs = numbers.map(number => demoEvents(PLAN, number));
const told = logs.map(events => foldSession(events.map((event, seq) => ({ seq, event }))) as Session);
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

test('the same plan makes up the same sessions, another seed others', () => {
  expect(demoEvents(PLAN, 17)).toEqual(logs[17]);
  expect(demoEvents({ ...PLAN, seed: 4 }, 17)).not.toEqual(logs[17]);
});

test('a made-up session is one that could have happened', () => {
  for (const [number, events] of logs.entries()) {
    for (const event of events) expect(sessionEventSchema.safeParse(event).success).toBe(true);
    const live = events.slice(
      0,
      events.findIndex(({ type }) => type === 'ended'),
    );
    const marks = live.filter(({ type }) => ['ticked', 'missed', 'moment-marked'].includes(type));
    const minutes = marks.map(event => ('minute' in event ? event.minute : 0));
    expect(minutes).toEqual([...minutes].sort((one, other) => one - other));
    const words = events.filter(({ type }) => type === 'moment-worded');
    expect(told[number]?.moments.filter(moment => moment.words)).toHaveLength(words.length);
  }
});

test('the days come in order, on weekdays, and end before today', () => {
  const days = told.map(({ day }) => day);
  expect(days).toEqual([...days].sort());
  expect(days.at(-1)).toBe('2026-02-27');
  expect(days.map(day => new Date(day).getUTCDay()).filter(day => day === 0 || day === 6)).toEqual([]);
  expect(
    JSON.stringify(logs)
      .match(/\d{4}-\d\d-\d\d/g)
      ?.filter(day => day > PLAN.today),
  ).toEqual([]);
});

test('they are as large as real ones, and as different', () => {
  expect(mean(logs.map(({ length }) => length))).toBeCloseTo(24, 0);
  expect(mean(told.map(({ note }) => note?.text.length ?? 0))).toBeGreaterThan(900);
  expect(mean(told.map(({ note }) => note?.text.length ?? 0))).toBeLessThan(1_200);
  expect(new Set(told.map(({ note }) => note?.text)).size).toBe(PLAN.count);
  expect(new Set(told.map(({ client }) => client)).size).toBeGreaterThan(15);
});

test('there is something of everything', () => {
  const states = told.map(session => summarise(session).state);
  expect(states.filter(state => state === 'to-review')).toHaveLength(3);
  expect(states.filter(state => state === 'reviewed').length).toBeGreaterThan(10);
  expect(states.filter(state => state === 'signed-off').length).toBeGreaterThan(900);
  const followUps = told.flatMap(session => session.followUps);
  const ways = new Set(followUps.map(({ kind, closed }) => `${kind} ${closed?.how}`));
  expect([...ways].sort()).toEqual([
    'promise kept',
    'promise let-go',
    'promise undefined',
    'repair repaired',
    'repair undefined',
  ]);
  expect(stillOpen(followUps).length).toBeLessThan(followUps.length / 2);
  expect(told.filter(({ review }) => review.amendments.length > 0).length).toBeGreaterThan(20);
  expect(told.filter(({ closingLine, tags }) => closingLine && tags.length > 0).length).toBeGreaterThan(50);
});

test.each([10, 100_000])('%i of them are made up as well, the newest waiting for their review', count => {
  const plan = { ...PLAN, count };
  const some = numbers.slice(0, 100).map(number => Math.floor((number * count) / 100));
  const days = some.map(number => {
    const session = foldSession(demoEvents(plan, number).map((event, seq) => ({ seq, event })));
    expect(session?.note?.text.length).toBeGreaterThan(500);
    return session?.day ?? '';
  });
  expect(days).toEqual([...days].sort());
  const newest = demoEvents(plan, count - 1);
  expect(newest[0]).toMatchObject({ type: 'started', day: '2026-02-27' });
  expect(newest.at(-1)?.type).not.toBe('signed-off');
});
