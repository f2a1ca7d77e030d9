import { type Agreement, compareRatings, type RatedPair } from './agreement';
import type { Rating } from './session-event';

/** From how many steps apart two ratings are worth a talk. */
export const APART_ENOUGH = 2;

/** One behaviour as two people rated it in one session. Null where one of them said nothing. */
export interface SideBySide {
  readonly behaviour: string;
  readonly own: Rating | null;
  readonly other: Rating | null;
  /** Steps between two numbers; null where one of them is none. */
  readonly apart: number | null;
}

/**
 * What either of two people said, behaviour by behaviour: those two steps or more apart first, the widest of them
 * leading, then the others in the order of `behaviours`.
 */
export function layBeside(
  own: ReadonlyMap<string, { readonly rating: Rating }>,
  other: Readonly<Record<string, Rating>>,
  behaviours: readonly string[],
): readonly SideBySide[] {
  const all = behaviours.flatMap(behaviour => {
    const mine = own.get(behaviour)?.rating ?? null;
    const theirs = Object.hasOwn(other, behaviour) ? (other[behaviour] ?? null) : null;
    if (mine === null && theirs === null) return [];
    const apart = typeof mine === 'number' && typeof theirs === 'number' ? Math.abs(mine - theirs) : null;
    return [{ behaviour, own: mine, other: theirs, apart }];
  });
  const wide = all.filter(isWide).sort((one, next) => (next.apart ?? 0) - (one.apart ?? 0));
  return [...wide, ...all.filter(one => !isWide(one))];
}

/** Whether two people rated it so differently that it is worth a talk. */
export function isWide({ apart }: SideBySide): boolean {
  return apart !== null && apart >= APART_ENOUGH;
}

/** How far the two are together over all that both rated with a number. It says nothing about who is right. */
export function agreementOf(compared: readonly SideBySide[]): Agreement {
  return compareRatings(
    compared.flatMap(({ own, other }): RatedPair[] =>
      typeof own === 'number' && typeof other === 'number' ? [[own, other]] : [],
    ),
  );
}
