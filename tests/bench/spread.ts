/** What repeated measurements say: the middle, the middle half, and the ends. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly lowerQuarter: number;
  readonly upperQuarter: number;
  readonly least: number;
  readonly most: number;
}

/** Throws when there is nothing to sum up. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((one, other) => one - other);
  /** Between two neighbours in proportion, as the median of an even number is. */
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] as number;
    const above = sorted[Math.ceil(place)] as number;
    return below + (above - below) * (place - Math.floor(place));
  };
  return {
    count: sorted.length,
    median: at(0.5),
    lowerQuarter: at(0.25),
    upperQuarter: at(0.75),
    least: at(0),
    most: at(1),
  };
}

/** Three figures at most, e.g. `1.52 ms`, `168 ms`. */
export function figure(value: number, unit = ''): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}

/** E.g. `1.50 ms (middle half 1.40–1.72, all 1.31–4.10, 80 times)`. */
export function showSpread(spread: Spread, unit: string): string {
  const { median, lowerQuarter, upperQuarter, least, most, count } = spread;
  return (
    `${figure(median, unit)} (middle half ${figure(lowerQuarter)}–${figure(upperQuarter)}, ` +
    `all ${figure(least)}–${figure(most)}, ${count} times)`
  );
}
