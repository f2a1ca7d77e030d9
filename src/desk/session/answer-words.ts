import type { MessageKey } from '../../browser/i18n';
import type { Answer, BondPart, Feeling } from '../../domain/session-event';

/** The words on screen for the answers. */
export const ANSWER_WORDS: Record<Answer, MessageKey> = {
  done: 'answerDone',
  partly: 'answerPartly',
  missed: 'answerMissed',
  'not-called-for': 'answerNotCalledFor',
  'cant-tell': 'answerCantTell',
};

/** The key that gives each answer. */
export const ANSWER_KEYS: Readonly<Record<string, Answer>> = {
  d: 'done',
  p: 'partly',
  m: 'missed',
  n: 'not-called-for',
  '?': 'cant-tell',
};

/** What each part of the alliance is called, and what is asked about it. */
export const PART_WORDS: Record<BondPart, { readonly name: MessageKey; readonly asks: MessageKey }> = {
  goal: { name: 'partGoal', asks: 'partGoalAsks' },
  task: { name: 'partTask', asks: 'partTaskAsks' },
  bond: { name: 'partBond', asks: 'partBondAsks' },
};

/** How each part can have felt, in words of its own. */
export const FEELING_WORDS: Record<BondPart, Record<Feeling, MessageKey>> = {
  goal: { shared: 'goalShared', 'partly-shared': 'goalPartlyShared', apart: 'goalApart' },
  task: { shared: 'taskShared', 'partly-shared': 'taskPartlyShared', apart: 'taskApart' },
  bond: { shared: 'bondShared', 'partly-shared': 'bondPartlyShared', apart: 'bondApart' },
};
