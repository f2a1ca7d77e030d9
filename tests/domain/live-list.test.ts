import { describe, expect, test } from 'vitest';
import { CONTEXT_CHIPS, leadBy } from '../../src/domain/client-context';
import { liveList, offersOf } from '../../src/domain/live-list';
import { CHECKLISTS, getBehaviour } from '../../src/library/checklists';
import { aSession } from '../fixtures/a-session';

const { checklist } = CHECKLISTS[0];
const begun = aSession().started();
const NOTHING = { focus: [], lead: [] };

function idsOf(...of: Parameters<typeof liveList>) {
  return liveList(...of).map(({ behaviour }) => behaviour.id);
}

describe('in front', () => {
  test('stands the focus, then what the context brings, then the core of the phase; each once', () => {
    const core = idsOf(checklist, 'working', NOTHING);
    expect(core.length).toBeGreaterThan(1);
    const [first] = core;
    const forward = { focus: ['say-when-unsure', first as string], lead: ['own-my-part', 'say-when-unsure'] };
    expect(idsOf(checklist, 'working', forward)).toEqual([
      'say-when-unsure',
      first,
      'own-my-part',
      ...core.slice(1),
    ]);
  });

  test('a behaviour keeps its digit wherever it stands, and one the checklist does not know is passed over', () => {
    const [tenth] = liveList(checklist, 'opening', { focus: ['name-the-strain', 'gone'], lead: [] });
    const alone = liveList(checklist, 'working', NOTHING).find(
      ({ behaviour }) => behaviour.id === 'name-the-strain',
    );
    expect(tenth).toEqual(alone);
  });

  test('every chip brings something forward that the checklist has', () => {
    for (const chip of CONTEXT_CHIPS) {
      expect(leadBy([chip]).length).toBeGreaterThan(0);
      for (const id of leadBy([chip])) expect(getBehaviour(checklist, id)).not.toBeNull();
    }
  });
});

describe('what may help', () => {
  const kinds = (session: typeof begun) => offersOf(session.told()).map(({ because }) => because);

  test('after a strain until it is repaired or let go', () => {
    const strained = begun.marked('strain', 3);
    expect(kinds(strained)).toEqual(['strain']);
    expect(kinds(strained.ticked('own-my-part', 4))).toEqual(['strain']);
    expect(kinds(strained.marked('repair', 5))).toEqual([]);
    expect(
      kinds(
        strained.happened({ type: 'follow-up-closed', minute: 5, of: 1, how: 'let-go', day: '2026-03-04' }),
      ),
    ).toEqual([]);
    for (const { behaviours } of offersOf(strained.told()))
      for (const id of behaviours) expect(getBehaviour(checklist, id)).not.toBeNull();
  });

  test('after tenseness until it was checked in on, or another moment came', () => {
    const tense = begun.ticked('check-in-on-tenseness', 1).marked('tenseness', 3);
    expect(kinds(tense)).toEqual(['tenseness']);
    expect(kinds(tense.unticked('check-in-on-tenseness', 4).ticked('check-in-on-tenseness', 4))).toEqual([]);
    expect(kinds(tense.marked('opening-up', 6))).toEqual([]);
  });
});
