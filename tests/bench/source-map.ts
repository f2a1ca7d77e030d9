/** A stretch of built code and the source file it came from, null where the map names none. */
export interface Stretch {
  readonly source: string | null;
  readonly text: string;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Divides built code by the source map that belongs to it (the format of ECMA-426). */
export function attribute(code: string, mapText: string): Stretch[] {
  const { sources, mappings } = JSON.parse(mapText) as { sources: string[]; mappings: string };
  const stretches: Stretch[] = [];
  let source = 0;
  mappings.split(';').forEach((line, index) => {
    const text = code.split('\n')[index] ?? '';
    let column = 0;
    let from = 0;
    let current: string | null = null;
    for (const segment of line ? line.split(',') : []) {
      const [columns = 0, sourceStep] = decodeNumbers(segment);
      column += columns;
      if (column > from) stretches.push({ source: current, text: text.slice(from, column) });
      from = column;
      if (sourceStep !== undefined) source += sourceStep;
      current = sourceStep === undefined ? null : (sources[source] ?? null);
    }
    stretches.push({ source: current, text: text.slice(from) });
  });
  return stretches;
}

/** Five bits a digit, the least first; the sixth says that more follow, the very lowest is the sign. */
function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
