import { describe, expect, test } from 'vitest';
import { decide } from '../../src/domain/decide';
import { stillOpen } from '../../src/domain/follow-up';
import { isRefusal } from '../../src/domain/refusal';
import { summarise } from '../../src/domain/session-summary';
import { type ASession, aSession, at } from '../fixtures/a-session';

const begun = aSession().started();

function open(session: ASession) {
  return stillOpen(session.told().followUps).map(({ kind, seq }) => `${kind} ${seq}`);
}

describe('a repair', () => {
  test('is opened by the first strain, marked or named, and by one only', () => {
    expect(open(begun.marked('strain', 3))).toEqual(['repair 1']);
    expect(open(begun.ticked('name-the-strain', 3))).toEqual(['repair 1']);
    expect(open(begun.marked('strain', 3).marked('strain', 5).ticked('name-the-strain', 6))).toEqual([
      'repair 1',
    ]);
  });

  test('is closed by a repair, in its minute; a later strain opens another', () => {
    const repaired = begun.marked('strain', 3).marked('repair', 9);
    expect(repaired.told().followUps).toMatchObject([{ closed: { how: 'repaired', minute: 9, seq: 2 } }]);
    expect(open(repaired.marked('strain', 12))).toEqual(['repair 3']);
  });

  test('goes with what opened it, and comes back with what closed it', () => {
    const opened = begun.marked('strain', 3);
    expect(open(opened.undid(1))).toEqual([]);
    expect(open(begun.ticked('name-the-strain', 3).unticked('name-the-strain', 4))).toEqual([]);
    expect(open(opened.marked('repair', 9).undid(2))).toEqual(['repair 1']);
  });

  test('can be let go, and taken up again after the end', () => {
    const ended = begun.marked('strain', 3).ended(50);
    const letGo = decide(ended.told(), { do: 'close-follow-up', of: 1, how: 'let-go' }, at(0));
    if (isRefusal(letGo)) throw new Error(letGo.refused);
    expect(letGo).toEqual([
      { type: 'follow-up-closed', minute: 50, of: 1, how: 'let-go', day: '2026-03-04' },
    ]);
    const closed = ended.happened(...letGo);
    expect(open(closed)).toEqual([]);
    expect(decide(closed.told(), { do: 'close-follow-up', of: 1, how: 'kept' }, at(0))).toEqual([]);
    const again = decide(closed.told(), { do: 'reopen-follow-up', of: 1 }, at(0));
    if (isRefusal(again)) throw new Error(again.refused);
    expect(open(closed.happened(...again))).toEqual(['repair 1']);
  });
});

describe('a promise', () => {
  const promised = begun.happened({ type: 'promised', minute: 4, words: 'Send it', due: '2026-03-11' });

  test('stands in the summary until it is kept', () => {
    expect(summarise(promised.ended(50).told()).open).toEqual([
      { seq: 1, kind: 'promise', minute: 4, words: 'Send it', due: '2026-03-11' },
    ]);
    const kept = promised
      .ended(50)
      .happened({ type: 'follow-up-closed', minute: 50, of: 1, how: 'kept', day: '2026-03-11' });
    expect(summarise(kept.told()).open).toBeUndefined();
  });

  test('can be put in other words', () => {
    const change = { do: 'change-promise', of: 1, words: 'Send both', due: null } as const;
    const events = decide(promised.told(), change, at(6));
    if (isRefusal(events)) throw new Error(events.refused);
    const changed = promised.happened(...events);
    expect(changed.told().followUps).toMatchObject([{ words: 'Send both', due: null, minute: 4 }]);
    expect(decide(changed.told(), change, at(7))).toEqual([]);
  });

  test('is taken back by undo', () => {
    expect(decide(promised.told(), { do: 'undo' }, at(5))).toEqual([{ type: 'undone', minute: 5, of: 1 }]);
    expect(open(promised.undid(1))).toEqual([]);
  });

  test('that is not there is refused', () => {
    expect(decide(begun.told(), { do: 'close-follow-up', of: 9, how: 'kept' }, at(5))).toEqual({
      refused: 'follow-up-gone',
    });
  });
});
