import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../src/domain/checklist';
import { lookBack } from '../../src/domain/look-back';
import type { SessionEvent } from '../../src/domain/session-event';
import { type SessionSummary, summarise } from '../../src/domain/session-summary';
import { lookedBackOn, saidOf, stretchOf, trailOf, trendOf } from '../../src/domain/trends';
import { CHECKLISTS, getBehaviour } from '../../src/library/checklists';
import { type ASession, aSession } from '../fixtures/a-session';

const { id: CHECKLIST, checklist } = CHECKLISTS[0];
const behaviour = (id: string) => getBehaviour(checklist, id) as Behaviour;
const FRAME = behaviour('say-how-today-works');
const WHY = behaviour('explain-why-first');

type Rated = Extract<SessionEvent, { type: 'rated' }>['rating'];

function rated(rating: Rated, of: Behaviour = FRAME): SessionEvent {
  return { type: 'rated', minute: 50, behaviour: of.id, rating, evidence: null };
}

const REVIEWED: SessionEvent = { type: 'reviewed', minute: 50, day: '2026-03-04' };

function told(session: ASession): SessionSummary {
  return summarise(session.told());
}

function on(day: string, ...events: readonly SessionEvent[]): SessionSummary {
  return told(
    aSession()
      .started({ day })
      .ended(50)
      .happened(...events),
  );
}

function inOrder(...summaries: readonly (SessionSummary | null)[]) {
  return summaries.map((summary, n) => ({ n, summary }));
}

describe('the sessions trends are told from', () => {
  it('are those audited or reviewed, by day, and of one day in their order', () => {
    const sessions = lookedBackOn(
      inOrder(
        on('2026-03-09', REVIEWED),
        on('2026-03-02', rated(1)),
        on('2026-03-02', rated(2)),
        // Neither one that waits for its review, nor one still live, nor a damaged one.
        on('2026-03-05'),
        told(aSession().started().ticked(FRAME.id)),
        null,
        told(
          aSession()
            .started({ checklist: { id: 'another', version: 1 } })
            .ended(50)
            .happened(REVIEWED),
        ),
      ),
      CHECKLIST,
    );
    expect(sessions.map(({ day, ratings }) => [day, ratings?.[FRAME.id]])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-02', 2],
      ['2026-03-09', undefined],
    ]);
  });

  it('are shown a stretch at a time, from the newest back, with nothing left out and never an empty one', () => {
    const all = Array.from({ length: 10 }, (_, index) => index);
    expect(stretchOf(all, 4, 0)).toEqual({
      shown: [6, 7, 8, 9],
      from: 6,
      hasEarlier: true,
      hasLater: false,
    });
    expect(stretchOf(all, 4, 4).shown).toEqual([2, 3, 4, 5]);
    expect(stretchOf(all, 4, 8)).toEqual({
      shown: [0, 1, 2, 3],
      from: 0,
      hasEarlier: false,
      hasLater: true,
    });
    expect(stretchOf(all, 4, 400).shown).toEqual([0, 1, 2, 3]);
    expect(stretchOf(all, 24, 3).shown).toEqual(all);
    expect(stretchOf([], 4, 0).shown).toEqual([]);
  });
});

describe('what was said of a behaviour in a session', () => {
  it('is the rating before the answer, and in a review silence about the core means not called for', () => {
    const answered: SessionEvent = { type: 'answered', minute: 50, behaviour: FRAME.id, answer: 'partly' };
    expect(saidOf(on('2026-03-02', answered, rated(0), REVIEWED), FRAME)).toBe(0);
    expect(saidOf(on('2026-03-02', answered, REVIEWED), FRAME)).toBe('partly');
    expect(saidOf(on('2026-03-02', REVIEWED), FRAME)).toBe('not-called-for');
    // Audited without a review, or folded away in it: nobody said anything.
    expect(saidOf(on('2026-03-02', rated(2, WHY)), FRAME)).toBeNull();
    expect(saidOf(on('2026-03-02', REVIEWED), WHY)).toBeNull();
  });
});

describe('the trend of a behaviour', () => {
  it('has its ratings oldest first, and how often it was not called for with its interval', () => {
    const sessions = [
      on('2026-03-01', rated(0)),
      on('2026-03-02', rated('not-called-for')),
      on('2026-03-03', rated('cant-tell')),
      on('2026-03-04', rated(2)),
      on('2026-03-05', rated(3, WHY)),
    ];
    const trend = trendOf(sessions, FRAME);
    expect(trend.said).toBe(4);
    expect(trend.ratings).toEqual([
      { day: '2026-03-01', rating: 0 },
      { day: '2026-03-04', rating: 2 },
    ]);
    // “Can't tell” is no evidence either way. 1 of 3 after Wilson: 6 to 79 %.
    expect(trend.notCalledFor).toMatchObject({ count: 1, of: 3 });
    expect(trend.notCalledFor?.from).toBeCloseTo(0.0615, 3);
    expect(trend.notCalledFor?.to).toBeCloseTo(0.7923, 3);
    expect(trendOf(sessions, behaviour('name-the-strain')).notCalledFor).toBeNull();
  });

  it('holds for all not called for, and for a single session', () => {
    const never = Array.from({ length: 5 }, (_, index) =>
      on(`2026-03-0${index + 1}`, rated('not-called-for')),
    );
    const trend = trendOf(never, FRAME);
    expect(trend.ratings).toEqual([]);
    expect(trend.notCalledFor?.to).toBe(1);
    expect(trend.notCalledFor?.from).toBeGreaterThan(0.5);
    expect(trendOf(never.slice(0, 1), FRAME).said).toBe(1);
  });
});

describe('the trail of strains', () => {
  it('tells what was noticed, repaired, let go and carried; none noticed is nothing, not zero', () => {
    const noticed = aSession().started().marked('strain', 10);
    expect(trailOf(told(noticed.ended(50)))).toEqual({ opened: 1, repaired: 0, carried: 1, letGo: 0 });
    const twice = noticed.marked('repair', 20).marked('strain', 30).ended(50);
    expect(trailOf(told(twice))).toEqual({ opened: 2, repaired: 1, carried: 1, letGo: 0 });
    const closed: SessionEvent = {
      type: 'follow-up-closed',
      minute: 50,
      of: 1,
      how: 'let-go',
      day: '2026-03-11',
    };
    expect(trailOf(told(noticed.ended(50).happened(closed)))).toEqual({
      opened: 1,
      repaired: 0,
      carried: 0,
      letGo: 1,
    });
    expect(trailOf(on('2026-03-02'))).toBeNull();
  });
});

describe('looking back on a period', () => {
  it('counts each rating before it and in it, both days included, and nothing after it', () => {
    const sessions = [
      on('2026-02-27', rated(0)),
      on('2026-02-28', rated('not-called-for')),
      on('2026-03-01', rated(1)),
      on('2026-03-08', rated(3)),
      on('2026-03-09', rated(0)),
    ];
    const { before, during } = lookBack(sessions, { from: '2026-03-01', to: '2026-03-08' }, FRAME);
    expect(before).toEqual({ counts: [1, 0, 0, 0], rated: 1 });
    expect(during).toEqual({ counts: [0, 1, 0, 1], rated: 2 });
  });

  it('takes no more than the newest two dozen of either side', () => {
    const sessions = Array.from({ length: 30 }, (_, index) => on('2026-03-01', rated(index < 6 ? 0 : 2)));
    const { before } = lookBack(sessions, { from: '2026-03-03', to: '2026-03-08' }, FRAME);
    expect(before).toEqual({ counts: [0, 0, 24, 0], rated: 24 });
  });
});
