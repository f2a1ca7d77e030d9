import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSummary } from '../../src/domain/is-summary';
import { type SessionSummary, sessionSummarySchema } from '../../src/domain/session-summary';

const FULL: Required<SessionSummary> = {
  day: '2026-03-04',
  client: 'K-17',
  checklist: { id: 'trust-essentials', version: 1 },
  state: 'to-review',
  minutes: 50,
  open: [{ seq: 3, kind: 'promise', minute: 46, words: 'send the form', due: '2026-03-11' }],
  closingLine: 'slower',
  tags: ['grief'],
  answers: { 'agree-a-goal': 'done', 'honour-a-no': 'cant-tell' },
  ratings: { 'agree-a-goal': 2, 'honour-a-no': 'not-called-for' },
  repairs: { opened: 1, repaired: 1, letGo: 0 },
};

/** What may stand where something else belongs, things that nearly belong among them. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    '2026-3-4',
    '2026-03-04',
    'live',
    'done',
    'repair',
    2,
    3.5,
    [],
    {},
    [{}],
    'cant-tell',
  ),
);

/** The value with something else in one place, or with nothing there. */
function changed(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return anything;
  const inner = Object.entries(value).map(([name, one]) =>
    changed(one).map(other => put(value, name, other)),
  );
  const without = Object.keys(value).map(name => fc.constant(put(value, name, undefined)));
  return fc.oneof(anything, ...inner, ...without);
}

function put(value: object, name: string, other: unknown): unknown {
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === name ? other : one));
  return JSON.parse(JSON.stringify({ ...value, [name]: other }));
}

it('says of every value what the schema says', () => {
  expect(isSummary(FULL)).toBe(true);
  fc.assert(
    fc.property(changed(FULL), value => isSummary(value) === sessionSummarySchema.safeParse(value).success),
    { numRuns: 3_000 },
  );
});
