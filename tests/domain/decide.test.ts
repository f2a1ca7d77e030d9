import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/refusal';
import { aSession, at } from '../fixtures/a-session';
import { aStory, live } from '../fixtures/a-story';

const GOAL = 'agree-a-goal';
const begun = aSession().started();

describe('a live session', () => {
  test.each<[string, typeof begun, Command, object[]]>([
    ['a tick', begun, { do: 'tick', behaviour: GOAL }, [{ type: 'ticked', minute: 7, behaviour: GOAL }]],
    ['a miss', begun, { do: 'miss', behaviour: GOAL }, [{ type: 'missed', minute: 7, behaviour: GOAL }]],
    [
      'taking a tick back',
      begun.ticked(GOAL, 3),
      { do: 'untick', behaviour: GOAL },
      [{ type: 'unticked', minute: 7, behaviour: GOAL }],
    ],
    [
      'taking a miss back',
      begun.missed(GOAL, 3),
      { do: 'unmiss', behaviour: GOAL },
      [{ type: 'unmissed', minute: 7, behaviour: GOAL }],
    ],
    [
      'a tick of what was missed',
      begun.missed(GOAL, 3),
      { do: 'tick', behaviour: GOAL },
      [{ type: 'ticked', minute: 7, behaviour: GOAL }],
    ],
    [
      'a miss of what was ticked',
      begun.ticked(GOAL, 3),
      { do: 'miss', behaviour: GOAL },
      [{ type: 'missed', minute: 7, behaviour: GOAL }],
    ],
    [
      'a phase, even the one the plan has now, which it then holds',
      begun,
      { do: 'choose-phase', phase: 'opening' },
      [{ type: 'phase-chosen', minute: 7, phase: 'opening' }],
    ],
    [
      'a moment',
      begun,
      { do: 'mark-moment', kind: 'strain' },
      [{ type: 'moment-marked', minute: 7, kind: 'strain' }],
    ],
    [
      'a second moment of the same kind',
      begun.marked('strain', 7),
      { do: 'mark-moment', kind: 'strain' },
      [{ type: 'moment-marked', minute: 7, kind: 'strain' }],
    ],
    [
      'words of a moment',
      begun.marked('strain', 3),
      { do: 'word-moment', moment: 1, words: 'too fast' },
      [{ type: 'moment-worded', minute: 7, moment: 1, words: 'too fast' }],
    ],
    [
      'a note, at the minute it was begun',
      begun,
      { do: 'write-note', text: 'slower', begun: 5 },
      [{ type: 'note-written', minute: 5, text: 'slower' }],
    ],
    [
      'wiping a note',
      begun.noted('slower', 5),
      { do: 'write-note', text: '', begun: 5 },
      [{ type: 'note-written', minute: 5, text: '' }],
    ],
    [
      'undo, of the last act that stands',
      begun.ticked(GOAL, 3).marked('strain', 4).undid(2, 5),
      { do: 'undo' },
      [{ type: 'undone', minute: 7, of: 1 }],
    ],
    ['its end', begun, { do: 'end' }, [{ type: 'ended', minute: 7 }]],
  ])('writes down %s', (_, session, command, events) => {
    expect(decide(session.told(), command, at(7))).toEqual(events);
  });

  test.each<[string, typeof begun, Command]>([
    ['a tick', begun.ticked(GOAL, 3), { do: 'tick', behaviour: GOAL }],
    ['a miss', begun.missed(GOAL, 3), { do: 'miss', behaviour: GOAL }],
    ['taking back a tick that is none', begun, { do: 'untick', behaviour: GOAL }],
    ['taking back a tick where there is a miss', begun.missed(GOAL, 3), { do: 'untick', behaviour: GOAL }],
    ['taking back a miss where there is a tick', begun.ticked(GOAL, 3), { do: 'unmiss', behaviour: GOAL }],
    ['the phase chosen last', begun.chose('closing', 3), { do: 'choose-phase', phase: 'closing' }],
    [
      'the words a moment has',
      begun.marked('strain', 3).worded(1, 'too fast', 3),
      { do: 'word-moment', moment: 1, words: 'too fast' },
    ],
    [
      'no words for a moment that has none',
      begun.marked('strain'),
      { do: 'word-moment', moment: 1, words: '' },
    ],
    ['the note as it is', begun.noted('slower', 5), { do: 'write-note', text: 'slower', begun: 9 }],
    ['no note where there is none', begun, { do: 'write-note', text: '', begun: 9 }],
  ])('writes nothing for %s', (_, session, command) => {
    expect(decide(session.told(), command, at(7))).toEqual([]);
  });

  test('refuses an undo when no act stands', () => {
    const session = begun.ticked(GOAL, 3).undid(1, 4).noted('a note is no act', 4);
    expect(decide(session.told(), { do: 'undo' }, at(7))).toEqual({ refused: 'nothing-to-undo' });
  });

  test.each([1, 2, 99])('refuses words for place %d, which holds no moment that stands', place => {
    const session = begun.ticked(GOAL, 3).marked('strain', 4).undid(2, 5);
    const command: Command = { do: 'word-moment', moment: place, words: 'x' };
    expect(decide(session.told(), command, at(7))).toEqual({ refused: 'moment-gone' });
  });
});

describe('a session that has ended', () => {
  const over = begun.ticked(GOAL, 3).marked('strain', 4).ended(50);

  test.each<Command>([
    { do: 'tick', behaviour: 'honour-a-no' },
    { do: 'tick', behaviour: GOAL },
    { do: 'untick', behaviour: GOAL },
    { do: 'miss', behaviour: GOAL },
    { do: 'unmiss', behaviour: GOAL },
    { do: 'choose-phase', phase: 'working' },
    { do: 'mark-moment', kind: 'other' },
    { do: 'undo' },
  ])('refuses %j', command => {
    expect(decide(over.told(), command, at(51))).toEqual({ refused: 'session-ended' });
  });

  test('is not ended twice', () => {
    expect(decide(over.told(), { do: 'end' }, at(55))).toEqual([]);
  });

  test('still takes the words that were being typed', () => {
    const late = over.happened(
      ...expectEvents(decide(over.told(), { do: 'write-note', text: 'slower', begun: 48 }, at(51))),
      ...expectEvents(decide(over.told(), { do: 'word-moment', moment: 2, words: 'hurry' }, at(51))),
    );
    expect(late.told().note).toEqual({ text: 'slower', minute: 48 });
    expect(late.told().moments[0]?.words).toBe('hurry');
    expect(late.told().ended).toBe(50);
  });

  test('keeps its length, however late the words come', () => {
    const [note] = expectEvents(
      decide(over.told(), { do: 'write-note', text: 'that evening', begun: 300 }, at(300)),
    );
    expect(note).toEqual({ type: 'note-written', minute: 50, text: 'that evening' });
  });
});

describe('whatever is asked, in whatever order', () => {
  test('no minute runs behind an earlier one, except that of a note, which is when it was begun', () => {
    fc.assert(
      fc.property(aStory, story => {
        const minutes = live(story)
          .log()
          .flatMap(({ event }) =>
            event.type === 'started' || event.type === 'note-written' ? [] : [event.minute],
          );
        expect(minutes).toEqual(minutes.toSorted((one, other) => one - other));
      }),
    );
  });

  test('asking a second time for what now stands changes nothing', () => {
    fc.assert(
      fc.property(aStory, story => {
        const last = story.at(-1);
        fc.pre(last !== undefined && !['undo', 'mark-moment'].includes(last.command.do));
        const before = live(story.slice(0, -1)).told();
        if (!last || isRefusal(decide(before, last.command, at(last.minute)))) return;
        expect(decide(live(story).told(), last.command, at(90))).toEqual(
          live(story).told().ended === null || ['end', 'word-moment', 'write-note'].includes(last.command.do)
            ? []
            : { refused: 'session-ended' },
        );
      }),
    );
  });

  test('the session given is left as it was', () => {
    fc.assert(
      fc.property(aStory, story => {
        const session = live(story).told();
        const copy = structuredClone(session);
        for (const { command, minute } of story) decide(session, command, at(minute));
        expect(session).toEqual(copy);
      }),
    );
  });
});

function expectEvents(outcome: ReturnType<typeof decide>) {
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return outcome;
}
