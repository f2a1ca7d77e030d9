export type Bytes = Uint8Array<ArrayBuffer>;

/** What happens to bytes on bad disks and in bad hands. */
export function corruptBytes(bytes: Bytes, pick: (below: number) => number): Bytes {
  const copy = bytes.slice();
  const at = pick(bytes.length);
  switch (pick(6)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return joined(copy, copy.subarray(0, 1 + pick(40)));
    case 2:
      return joined(copy.subarray(0, at), copy.subarray(at + 1 + pick(20)));
    case 3:
      return copy.fill(0, at, at + 1 + pick(64));
    default:
      copy[at] = (copy[at] as number) ^ (1 << pick(8));
      return copy;
  }
}

/** The same, to the first bytes of a file only. */
export function corruptStart(bytes: Bytes, length: number, pick: (below: number) => number): Bytes {
  return joined(corruptBytes(bytes.subarray(0, length), pick), bytes.subarray(length));
}

function joined(one: Bytes, other: Bytes): Bytes {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

const LONG = JSON.stringify('x'.repeat(10 * 1024 * 1024));

/** Texts put in the place of a value; each is JSON of the wrong kind, or no JSON at all. */
const WRONG: readonly string[] = [
  'null',
  'true',
  '"text"',
  '""',
  '0',
  '-1',
  '-0',
  '1.5',
  '1e400',
  '9007199254740993',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '"\\ud800"',
  '"2026-02-30"',
  '"__proto__"',
  'undefined',
  'NaN',
  '',
  '[1,',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  LONG,
];

/** Puts text in place of, before, or instead of one part of a document, wherever chance says. @returns JSON text or not. */
export function corruptDocument(document: unknown, pick: (below: number) => number): string {
  const place = somewhere(document, pick);
  const write = (value: unknown, path: readonly (string | number)[]): string => {
    const isThere = path.length === place.length && path.every((step, index) => step === place[index]);
    if (isThere) return replaced(value, pick);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value))
      return `[${value
        .map((item, index) => write(item, [...path, index]))
        .filter(text => text !== GONE)
        .join(',')}]`;
    const fields = Object.entries(value).map(
      ([name, inner]) => [name, write(inner, [...path, name])] as const,
    );
    return `{${fields
      .filter(([, text]) => text !== GONE)
      .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
      .join(',')}}`;
  };
  return write(document, []);
}

const GONE = '\u0000gone';

function replaced(value: unknown, pick: (below: number) => number): string {
  const text = JSON.stringify(value);
  switch (pick(5)) {
    case 0:
      return GONE;
    case 1:
      if (Array.isArray(value) && value.length > 1)
        return JSON.stringify(pick(2) ? [...value].reverse() : [...value, value[pick(value.length)]]);
      if (text.startsWith('{')) {
        const hostile = ['"__proto__":{"polluted":1}', '"extra":1', '"toString":"x"', '"seq":-1'][pick(4)];
        return text === '{}' ? `{${hostile}}` : `{${hostile},${text.slice(1)}`;
      }
      if (typeof value === 'string') return JSON.stringify(`${value}${['', '\u0000', 'é', ' '][pick(4)]}!`);
      return String(Number(value) + 1);
    default:
      return WRONG[pick(WRONG.length)] as string;
  }
}

function somewhere(document: unknown, pick: (below: number) => number): (string | number)[] {
  const path: (string | number)[] = [];
  let value = document;
  while (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    if (names.length === 0 || pick(8) === 0) break;
    const name = names[pick(names.length)] as string;
    path.push(Array.isArray(value) ? Number(name) : name);
    value = (value as Record<string, unknown>)[name];
  }
  return path;
}
