import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/refusal';
import { foldSession, type Session } from '../../src/domain/session';
import { summarise } from '../../src/domain/session-summary';
import { aSession, at } from '../fixtures/a-session';
import { anAct, aStory, live } from '../fixtures/a-story';

const GOAL = 'agree-a-goal';

describe('a session told from its log', () => {
  test('has what it was started with', () => {
    const session = aSession().started({ client: null, planned: 30, day: '2026-01-02' }).told();
    expect(session).toMatchObject({ day: '2026-01-02', client: null, planned: 30, ended: null, note: null });
    expect(session.checklist).toEqual({ id: 'trust-essentials', version: 1 });
    expect(session.latestMinute).toBe(0);
  });

  test('has each mark with its latest minute', () => {
    const session = aSession().started().ticked(GOAL, 3).missed('honour-a-no', 4).missed(GOAL, 9).told();
    expect(Object.fromEntries(session.marks)).toEqual({
      [GOAL]: { is: 'missed', minute: 9, seq: 3 },
      'honour-a-no': { is: 'missed', minute: 4, seq: 2 },
    });
  });

  test('has the latest note and wording', () => {
    const session = aSession()
      .started()
      .marked('strain', 4)
      .worded(1, 'fast', 4)
      .worded(1, 'too fast', 5)
      .noted('slow', 6)
      .noted('slower', 6)
      .told();
    expect(session.moments).toEqual([{ seq: 1, kind: 'strain', minute: 4, words: 'too fast' }]);
    expect(session.note).toEqual({ text: 'slower', minute: 6 });
  });

  test('has no note once it was wiped', () => {
    expect(aSession().started().noted('slower', 5).noted('', 5).told().note).toBeNull();
  });

  test('has an end and a summary', () => {
    const begun = aSession().started().ticked(GOAL, 3);
    expect(summarise(begun.told())).toMatchObject({ state: 'live', minutes: 0, client: 'Heron' });
    expect(summarise(begun.ended(51).told())).toMatchObject({ state: 'to-review', minutes: 51 });
  });
});

describe('undo', () => {
  test('of a tick over a miss brings the miss back, with its minute', () => {
    const session = aSession().started().missed(GOAL, 3).ticked(GOAL, 8).undid(2, 9).told();
    expect(session.marks.get(GOAL)).toEqual({ is: 'missed', minute: 3, seq: 1 });
  });

  test('of taking a tick back brings the tick back, with its minute', () => {
    const session = aSession().started().ticked(GOAL, 3).unticked(GOAL, 8).undid(2, 9).told();
    expect(session.marks.get(GOAL)).toEqual({ is: 'ticked', minute: 3, seq: 1 });
  });

  test('of a moment takes its words with it, which are no act of their own', () => {
    const begun = aSession().started().marked('strain', 3).worded(1, 'too fast', 3);
    expect(begun.told().acts.map(({ seq }) => seq)).toEqual([1]);
    expect(begun.undid(1, 4).told().moments).toEqual([]);
  });

  test('of something else leaves words and note as they are', () => {
    const begun = aSession()
      .started()
      .ticked(GOAL, 2)
      .marked('strain', 3)
      .worded(2, 'too fast', 3)
      .noted('slower', 4);
    const session = begun.undid(1, 5).told();
    expect(session.moments[0]?.words).toBe('too fast');
    expect(session.note?.text).toBe('slower');
  });

  test('of a phase goes back to the one chosen before', () => {
    const session = aSession().started().chose('working', 3).chose('closing', 8).undid(2, 9).told();
    expect(session.phaseChoices).toEqual([{ phase: 'working', minute: 3, seq: 1 }]);
  });

  test('does not turn back the time of the session', () => {
    expect(aSession().started().ticked(GOAL, 8).undid(1, 9).told().latestMinute).toBe(9);
  });

  test('takes back any act whatsoever, and one at a time all of them', () => {
    const acts = fc.array(anAct, { maxLength: 15 });
    fc.assert(
      fc.property(acts, commands => {
        let session = aSession().started();
        const pictures = [picture(session.told())];
        for (const command of commands) {
          const events = decide(session.told(), command, at(5));
          if (isRefusal(events) || events.length === 0) continue;
          session = session.happened(...events);
          pictures.push(picture(session.told()));
        }
        const undo: Command = { do: 'undo' };
        while (pictures.length > 1) {
          expect(picture(session.told())).toEqual(pictures.pop());
          session = live([{ command: undo, minute: 6 }], session);
        }
        expect(picture(session.told())).toEqual(pictures[0]);
        expect(decide(session.told(), undo, at(7))).toEqual({ refused: 'nothing-to-undo' });
      }),
    );
  });
});

describe('a log with gaps', () => {
  const whole = aSession().started().marked('strain', 3).worded(1, 'too fast', 4).ticked(GOAL, 5).ended(50);

  test('without its beginning tells nothing', () => {
    expect(foldSession(whole.log(0))).toBeNull();
    expect(foldSession([])).toBeNull();
  });

  test('tells all but what is missing', () => {
    expect(whole.told(1)).toMatchObject({ moments: [], ended: 50 });
    expect(whole.told(1).marks.has(GOAL)).toBe(true);
    expect(whole.told(2).moments[0]).toMatchObject({ kind: 'strain', words: '' });
    expect(whole.told(4).ended).toBeNull();
  });

  test('lets an act stand whose undo is missing, and minds no undo of what is missing', () => {
    const undone = aSession().started().ticked(GOAL, 3).undid(1, 4);
    expect(undone.told(2).marks.has(GOAL)).toBe(true);
    expect(undone.told(1).marks.size).toBe(0);
  });

  test('of any kind is told without failing, and never tells more than was there', () => {
    fc.assert(
      fc.property(aStory, fc.array(fc.nat(25)), (story, lost) => {
        const session = live(story);
        const rest = session.log(...lost.filter(seq => seq !== 0));
        const told = foldSession(rest);
        expect(told?.acts.length).toBeLessThanOrEqual(rest.length);
        for (const { seq } of told?.moments ?? []) expect(lost).not.toContain(seq);
      }),
    );
  });
});

/** What a therapist would see of it. */
function picture({ marks, moments, phaseChoices }: Session) {
  return { marks: Object.fromEntries(marks), moments, phaseChoices };
}
