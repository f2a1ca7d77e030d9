import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layTimeline } from '../../src/domain/timeline';
import { aSession } from '../fixtures/a-session';
import { aStory, live } from '../fixtures/a-story';

describe('a timeline', () => {
  test('tells phases, marks, moments, note and end by their minutes', () => {
    const session = aSession()
      .started({ planned: 50 })
      .marked('strain', 21)
      .ticked('agree-a-goal', 3)
      .noted('slower', 30)
      .missed('honour-a-no', 45)
      .ended(50)
      .told();
    expect(layTimeline(session, 0).entries.map(({ is, minute }) => `${minute} ${is}`)).toEqual([
      '0 phase',
      '3 ticked',
      '8 phase',
      '21 moment',
      '30 note',
      '40 phase',
      '45 missed',
      '50 ended',
    ]);
  });

  test('opens a minute with its phase and closes the last one with the end', () => {
    const session = aSession()
      .started({ planned: 10 })
      .ticked('agree-a-goal', 8)
      .marked('other', 8)
      .ended(8)
      .told();
    const { entries } = layTimeline(session, 0);
    expect(entries.map(({ is }) => is)).toEqual(['phase', 'phase', 'ticked', 'moment', 'ended']);
  });

  test('tells every phase of a minute where it was chosen, one that is chosen again but once', () => {
    const phase = (chosen: 'opening' | 'working' | 'closing', minute: number) =>
      ({ type: 'phase-chosen', minute, phase: chosen }) as const;
    const session = aSession()
      .started({ planned: 50 })
      .happened(phase('opening', 0))
      .ticked('agree-a-goal', 0)
      .happened(phase('working', 0))
      .marked('strain', 0)
      .happened(phase('closing', 0))
      .ended(0)
      .told();
    const { entries, bands } = layTimeline(session, 0);
    expect(entries.map(entry => ('phase' in entry ? entry.phase : entry.is))).toEqual([
      'opening',
      'ticked',
      'working',
      'moment',
      'closing',
      'ended',
    ]);
    expect(bands).toEqual([{ phase: 'closing', from: 0, to: 1 }]);
  });

  test('keeps the order of what happened within a minute: strain first, then the tick that answered it', () => {
    const session = aSession().started().marked('strain', 20).ticked('name-the-strain', 20).ended(50).told();
    const { entries } = layTimeline(session, 0);
    expect(entries.filter(({ minute }) => minute === 20).map(({ is }) => is)).toEqual(['moment', 'ticked']);
  });

  test('puts a mark that was changed within a minute where it was changed', () => {
    const session = aSession().started().ticked('a', 3).ticked('b', 3).missed('a', 3).told();
    const marks = layTimeline(session, 9).entries.flatMap(entry =>
      'behaviour' in entry ? [`${entry.behaviour} ${entry.is}`] : [],
    );
    expect(marks).toEqual(['b ticked', 'a missed']);
  });

  test('says nothing of what was undone', () => {
    const session = aSession().started().ticked('agree-a-goal', 3).undid(1, 4).told();
    expect(layTimeline(session, 5).entries.map(({ is }) => is)).toEqual(['phase']);
  });
});

describe('a strain and its repair', () => {
  const mendedIn = (session: Parameters<typeof layTimeline>[0]) =>
    layTimeline(session, 0).mended.map(({ strain, repair }) => [strain.is, strain.minute, repair.minute]);

  test('are joined, the first strain to the repair that answered it', () => {
    const begun = aSession().started().marked('strain', 17).marked('strain', 19).marked('repair', 24);
    expect(mendedIn(begun.ended(50).told())).toEqual([['moment', 17, 24]]);
  });

  test('are joined where the strain was named and not marked', () => {
    const begun = aSession().started().ticked('name-the-strain', 17).marked('repair', 24);
    expect(mendedIn(begun.ended(50).told())).toEqual([['ticked', 17, 24]]);
  });

  test('are not joined while the strain waits, nor once its repair was taken back', () => {
    const begun = aSession().started().marked('strain', 17).marked('repair', 24).undid(2, 25);
    expect(mendedIn(begun.ended(50).told())).toEqual([]);
  });
});

describe('the length of a timeline', () => {
  const begun = aSession().started().ticked('agree-a-goal', 9);
  test.each([
    ['runs with the clock while the session is live', begun, 12, 12],
    ['never ends before the latest event', begun, 2, 9],
    ['is that of the session once it has ended', begun.ended(50), 80, 50],
    ['is a minute at least', aSession().started(), 0, 1],
    ['is a minute at least, even for a session ended at once', aSession().started().ended(0), 70, 1],
  ])('%s', (_, session, now, length) => {
    expect(layTimeline(session.told(), now).length).toBe(length);
  });
});

test('every entry of any session lies inside the picture, in order', () => {
  fc.assert(
    fc.property(aStory, fc.nat(120), (story, now) => {
      const { length, entries } = layTimeline(live(story).told(), now);
      const minutes = entries.map(({ minute }) => minute);
      expect(minutes).toEqual(minutes.toSorted((one, other) => one - other));
      expect(Math.max(0, ...minutes)).toBeLessThanOrEqual(length);
      if (entries.some(({ is }) => is === 'ended')) expect(entries.at(-1)?.is).toBe('ended');
    }),
    { numRuns: 1000 },
  );
});
