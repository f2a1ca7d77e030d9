import { type MessageKey, t } from '../../browser/i18n';
import type { Behaviour } from '../../domain/checklist';
import type { Rating } from '../../domain/session-event';

/** A rating as a choice has it. */
export type RatingChoice = '0' | '1' | '2' | '3' | Extract<Rating, string>;

/** What can be chosen instead of an anchor. */
const NO_ANCHOR: Record<Extract<Rating, string>, MessageKey> = {
  'not-called-for': 'answerNotCalledFor',
  'cant-tell': 'answerCantTell',
};

/** The key that gives each rating. */
export const RATING_KEYS: Readonly<Record<string, RatingChoice>> = {
  0: '0',
  1: '1',
  2: '2',
  3: '3',
  n: 'not-called-for',
  '?': 'cant-tell',
};

/** The digits, each with its anchor in full words, and the two that are none. */
export function ratingOptions({ anchors }: Behaviour): readonly (readonly [RatingChoice, string, string?])[] {
  return [
    ...anchors.map((anchor, index) => [`${index}` as RatingChoice, `${index}`, anchor] as const),
    ['not-called-for', t(NO_ANCHOR['not-called-for'])],
    ['cant-tell', t(NO_ANCHOR['cant-tell'])],
  ];
}

export function choiceOf(rating: Rating): RatingChoice {
  return `${rating}`;
}

export function ratingOf(choice: RatingChoice): Rating {
  if (choice === 'not-called-for' || choice === 'cant-tell') return choice;
  return Number(choice) as 0 | 1 | 2 | 3;
}

/** A rating in full words. */
export function sayRating(rating: Rating, { anchors }: Behaviour): string {
  return typeof rating === 'number' ? t('ratedAs', rating, anchors[rating] as string) : t(NO_ANCHOR[rating]);
}
