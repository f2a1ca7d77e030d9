import { describe, expect, test } from 'vitest';
import { checklistSchema, coreOf, keyedCore, LIVE_PHASES } from '../../src/domain/checklist';
import { CHECKLISTS, getBehaviour, getChecklist } from '../../src/library/checklists';

const checklist = CHECKLISTS[0].checklist;
const { behaviours, groups, sources } = checklist;

test('the file has the shape of a checklist', () => {
  expect(checklistSchema.safeParse(checklist).error?.issues ?? []).toEqual([]);
});

test('it holds 36 behaviours in 8 groups, 8 of them core', () => {
  expect([behaviours.length, groups.length, behaviours.filter(({ core }) => core).length]).toEqual([
    36, 8, 8,
  ]);
});

test.each([
  ['behaviours', behaviours],
  ['groups', groups],
  ['sources', sources],
])('no two %s share an id', (_, entries) => {
  const ids = entries.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('no two behaviours share a label or a meaning', () => {
  expect(new Set(behaviours.map(({ label }) => label)).size).toBe(behaviours.length);
  expect(new Set(behaviours.map(({ does }) => does)).size).toBe(behaviours.length);
});

test('no group is empty and no source unused', () => {
  for (const { id } of groups) expect(behaviours.map(({ group }) => group)).toContain(id);
  for (const { id } of sources) expect(behaviours.flatMap(behaviour => behaviour.sources)).toContain(id);
});

describe.each(behaviours.map(behaviour => [behaviour.id, behaviour] as const))('%s', (_, behaviour) => {
  test('belongs to a group and to sources the file has', () => {
    expect(groups.map(({ id }) => id)).toContain(behaviour.group);
    for (const source of behaviour.sources) expect(sources.map(({ id }) => id)).toContain(source);
  });

  test('has four different anchors, and no phase twice', () => {
    expect(new Set(behaviour.anchors).size).toBe(4);
    expect(new Set(behaviour.phases).size).toBe(behaviour.phases.length);
  });

  test('neither promises nor blames', () => {
    const { label, does, couldSay, anchors } = behaviour;
    expect([label, does, couldSay, ...anchors].join(' ')).not.toMatch(
      /!|guarantee|always works|HIPAA|compliant/i,
    );
  });
});

describe('in the call', () => {
  test('the core has the digits 1 to 8, in the order of the phases', () => {
    const core = keyedCore(checklist);
    expect(core.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const first = core.map(({ behaviour }) =>
      LIVE_PHASES.findIndex(phase => behaviour.phases.includes(phase)),
    );
    expect(first).toEqual(first.toSorted());
  });

  test.each(LIVE_PHASES)('the %s shows 2 to 4 of the core', phase => {
    expect(coreOf(checklist, phase).length).toBeGreaterThanOrEqual(2);
    expect(coreOf(checklist, phase).length).toBeLessThanOrEqual(4);
  });

  test('the digits are these, which hands have learnt', () => {
    expect(keyedCore(checklist).map(({ behaviour }) => behaviour.id)).toEqual([
      'say-how-today-works',
      'confirm-privacy-and-place',
      'confirm-boundaries',
      'check-in-on-tenseness',
      'reflect-before-fixing',
      'name-the-strain',
      'ask-what-helped-and-missed',
      'close-with-next-step',
    ]);
  });
});

describe('looked up', () => {
  test('a checklist is found by id and version, and by nothing less', () => {
    expect(getChecklist({ id: 'trust-essentials', version: 1 })).toBe(checklist);
    expect(getChecklist({ id: 'trust-essentials', version: 2 })).toBeNull();
    expect(getChecklist({ id: 'toString', version: 1 })).toBeNull();
  });

  test('a behaviour is found by its id', () => {
    expect(getBehaviour(checklist, 'agree-a-goal')?.label).toBe('Agree a goal in their words');
    expect(getBehaviour(checklist, 'constructor')).toBeNull();
  });
});
