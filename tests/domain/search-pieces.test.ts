import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NAME_THE_STRAIN } from '../../src/domain/follow-up';
import { isSpeechless, searchPieces } from '../../src/domain/search-pieces';
import { foldSession } from '../../src/domain/session';
import { type LoggedEvent, MOMENT_KINDS, sessionEventSchema } from '../../src/domain/session-event';
import { aSession } from '../fixtures/a-session';

const DAY = '2026-03-09';
const minute = fc.nat(60);
const of = fc.nat(20);
const behaviour = fc.constantFrom(NAME_THE_STRAIN, 'honour-a-no');
const words = fc.constantFrom('', 'slower', 'too fast');
const day = fc.constant(DAY);
const type = <T extends string>(...types: T[]) => fc.constantFrom(...types);

/** Events that may point anywhere, so that leaving one out would be noticed where it matters. */
const anEvent = fc
  .oneof(
    fc.record({ type: type('ticked', 'unticked', 'missed', 'unmissed'), minute, behaviour }),
    fc.record({ type: type('moment-marked'), minute, kind: fc.constantFrom(...MOMENT_KINDS) }),
    fc.record({ type: type('moment-worded'), minute, moment: of, words }),
    fc.record({ type: type('note-written', 'reflection-written'), minute, text: words }),
    fc.record({ type: type('undone'), minute, of }),
    fc.record({ type: type('phase-chosen'), minute, phase: fc.constant('working') }),
    fc.record({ type: type('paused', 'resumed', 'ended'), minute }),
    fc.record({ type: type('promised'), minute, words, due: fc.constant(null) }),
    fc.record({ type: type('promise-changed'), minute, of, words, due: fc.constant(null) }),
    fc.record({ type: type('follow-up-closed'), minute, of, how: fc.constant('kept'), day }),
    fc.record({ type: type('closing-line-written'), minute, words }),
    fc.record({ type: type('answered'), minute, behaviour, answer: fc.constant('done') }),
    fc.record({ type: type('felt'), minute, part: fc.constant('goal'), feeling: fc.constant('shared') }),
    fc.record({ type: type('tagged'), minute, tags: fc.array(words) }),
    fc.record({ type: type('client-renamed'), minute, client: words }),
    fc.record({
      type: type('rated'),
      minute,
      behaviour,
      rating: fc.constant(2),
      evidence: fc.constant(null),
    }),
    fc.record({ type: type('audit-line-written'), minute, which: fc.constant('keep'), words }),
    fc.record({ type: type('audited', 'reviewed', 'signed-off'), minute, day }),
    fc.record({ type: type('amended'), minute, day, reason: words, text: words }),
  )
  .map(event => sessionEventSchema.parse(event));

const piecesOf = (log: readonly LoggedEvent[]) => {
  const session = foldSession(log);
  return session && searchPieces(session);
};

it('finds the same whether or not the speechless events are there', () => {
  let leftOut = 0;
  let said = 0;
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 25 }), events => {
      const log = aSession()
        .started()
        .happened(...events)
        .log();
      const spoken = log.filter(({ event }) => !isSpeechless(event));
      leftOut += log.length - spoken.length;
      const pieces = piecesOf(log);
      said += pieces?.length ?? 0;
      expect(piecesOf(spoken)).toEqual(pieces);
    }),
    { numRuns: 2_000 },
  );
  // Otherwise there was nothing to tell apart.
  expect(leftOut).toBeGreaterThan(1_000);
  expect(said).toBeGreaterThan(1_000);
});
