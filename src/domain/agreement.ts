/** Two ratings of the same behaviour in the same session, 0 to 3. */
export type RatedPair = readonly [own: number, other: number];

/** From how many paired ratings on kappa is told; with fewer its interval says nothing. */
export const FEWEST_FOR_KAPPA = 10;

/** Weighted kappa with its 95 % interval. */
export interface Kappa {
  readonly kappa: number;
  readonly from: number;
  readonly to: number;
}

/** How far two raters are together, without saying who is right. */
export interface Agreement {
  /** How many behaviours both have rated. */
  readonly pairs: number;
  /** How many of them with the same rating. */
  readonly exact: number;
  /** Null with fewer than ten pairs, or where neither rating varies and chance cannot be told from agreement. */
  readonly kappa: Kappa | null;
}

/**
 * Compares ratings from 0 to `highest`. Kappa has quadratic weights, which for ratings in order counts a difference of two
 * four times a difference of one.
 */
export function compareRatings(pairs: readonly RatedPair[], highest = 3): Agreement {
  const exact = pairs.filter(([own, other]) => own === other).length;
  const size = highest + 1;
  const counts = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [own, other] of pairs) (counts[own] as number[])[other] = (counts[own]?.[other] ?? 0) + 1;
  const kappa = pairs.length < FEWEST_FOR_KAPPA ? null : weightedKappa(counts, quadraticWeights(size));
  return { pairs: pairs.length, exact, kappa };
}

/** Weights of agreement, 1 on the diagonal, falling with the square of the difference. */
export function quadraticWeights(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => 1 - ((row - column) / (size - 1)) ** 2),
  );
}

/**
 * Weighted kappa (Cohen 1968) with the large-sample standard error of Fleiss, Cohen and Everitt (1969); the interval is
 * kept within −1 and 1.
 * @param counts a square table: rows are one rater's categories, columns the other's.
 * @param weights of agreement, between 0 and 1.
 * @returns null when chance alone would agree fully, so that nothing can be said.
 */
export function weightedKappa(
  counts: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
): Kappa | null {
  const total = sum(counts.flat());
  const shares = counts.map(row => row.map(count => count / total));
  const rows = shares.map(sum);
  const columns = rows.map((_, column) => sum(shares.map(row => row[column] ?? 0)));
  const weightOf = (row: number, column: number) => weights[row]?.[column] ?? 0;
  const over = (each: (row: number, column: number, share: number) => number) =>
    sum(shares.flatMap((cells, row) => cells.map((share, column) => each(row, column, share))));
  const byChance = (row: number, column: number) => (rows[row] ?? 0) * (columns[column] ?? 0);

  const observed = over((row, column, share) => weightOf(row, column) * share);
  const expected = over((row, column) => weightOf(row, column) * byChance(row, column));
  if (1 - expected < 1e-12) return null;
  const kappa = (observed - expected) / (1 - expected);

  // The mean weight of each category against the other rater's categories.
  const rowMeans = rows.map((_, row) => sum(columns.map((share, column) => weightOf(row, column) * share)));
  const columnMeans = columns.map((_, column) =>
    sum(rows.map((share, row) => weightOf(row, column) * share)),
  );
  const spread = over((row, column, share) => {
    const mean = (rowMeans[row] ?? 0) + (columnMeans[column] ?? 0);
    return share * (weightOf(row, column) * (1 - expected) - mean * (1 - observed)) ** 2;
  });
  const centre = (observed * expected - 2 * expected + observed) ** 2;
  const error = Math.sqrt(Math.max(0, spread - centre) / total) / (1 - expected) ** 2;
  return {
    kappa,
    from: Math.max(-1, kappa - 1.959964 * error),
    to: Math.min(1, kappa + 1.959964 * error),
  };
}

/** A proportion with its 95 % interval after Wilson (1927), which holds for few sessions and near 0 and 1. */
export function wilsonInterval(count: number, of: number): { readonly from: number; readonly to: number } {
  const z = 1.959964;
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return { from: Math.max(0, (middle - half) / scale), to: Math.min(1, (middle + half) / scale) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
