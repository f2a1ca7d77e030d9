/** A session of the list: its number there, which grows along it, and its day, null when it could not be read. */
export interface Numbered {
  readonly n: number;
  readonly day: string | null;
}

/**
 * Numbers for sessions that come to a list, so that each stands after the last one there of its own day or an earlier
 * one, and those that come keep their order among themselves. No number there changes; new ones may be fractions.
 * @param here in the order of `n`.
 * @param days of those that come; null goes with the one before it.
 */
export function placeBetween(here: readonly Numbered[], days: readonly (string | null)[]): readonly number[] {
  const gaps = new Map<number, number[]>();
  let gap = -1;
  for (const [index, day] of days.entries()) {
    if (day !== null) gap = here.findLastIndex(one => one.day !== null && one.day <= day);
    const indexes = gaps.get(gap);
    // Pushed, not copied: copying a list of ten thousand once for each of them takes hundreds of megabytes.
    if (indexes) indexes.push(index);
    else gaps.set(gap, [index]);
  }
  const placed = new Array<number>(days.length);
  let end = here.at(-1)?.n ?? 0;
  for (const [after, indexes] of [...gaps].sort(([one], [other]) => one - other)) {
    const low = here[after]?.n ?? (here[0] ? here[0].n - indexes.length - 1 : 0);
    const high = here[after + 1]?.n;
    const step = high === undefined ? 1 : (high - low) / (indexes.length + 1);
    const numbers = indexes.map((_, place) => low + step * (place + 1));
    // After very many merges into one gap its fractions are used up; those that come then stand at the end.
    const fits = [low, ...numbers, high ?? Number.POSITIVE_INFINITY].every(
      (number, place, all) => place === 0 || number > (all[place - 1] as number),
    );
    for (const [place, index] of indexes.entries())
      placed[index] = fits ? (numbers[place] as number) : Number.NaN;
    if (fits && high === undefined) end = numbers.at(-1) ?? end;
  }
  let spare = 0;
  return placed.map(n => {
    if (!Number.isNaN(n)) return n;
    spare += 1;
    return end + spare;
  });
}
