/**
 * The checksum of age keys, Bech32 (BIP 173), here so that a key is checked while it is typed, without loading the age
 * library. Everything is lower case; texts are split into their prefix (`age`, `age-secret-key-`) and the data after the
 * separating `1`, whose last six characters are the checksum.
 */

/** The 32 characters of the data part, each standing for its index. No 1, b, i or o, which are misread. */
export const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Whether the checksum fits. Up to four wrong characters in 89 never pass; more pass once in a thousand million. */
export function isIntact(prefix: string, data: string): boolean {
  return remainder(prefix, toValues(data)) === 1;
}

/**
 * The index of the one character in `data` whose change would make the checksum fit. Right whenever exactly one
 * character is wrong; with two or three wrong there is none. With four or more it may point at a wrong place, so it is a
 * place to look, not a verdict.
 *
 * Which character would fit is deliberately not told: BIP 173 warns that a suggested correction gets accepted unread.
 *
 * @returns null when no single change would do.
 */
export function findMistake(prefix: string, data: string): number | null {
  const values = toValues(data);
  if (values.includes(-1)) return null;
  // The code is linear: the remainder is off by what the mistake alone, followed by zeros, would leave. So the mistakes
  // possible at the last place are carried back place by place until one leaves just that.
  const off = remainder(prefix, values) ^ 1;
  let mistakes = Array.from(ALPHABET, (_, index) => index).slice(1);
  for (let at = values.length - 1; at >= 0; at--) {
    if (mistakes.includes(off)) return at;
    mistakes = mistakes.map(mistake => step(mistake, 0));
  }
  return null;
}

function toValues(data: string): number[] {
  return Array.from(data, character => ALPHABET.indexOf(character));
}

/** BIP 173's `polymod` over its expanded prefix and the values: 1 for a text that is intact. */
function remainder(prefix: string, values: readonly number[]): number {
  // Not in the alphabet. It must not reach the arithmetic, where -1 could cancel out.
  if (values.includes(-1)) return 0;
  const codes = Array.from(prefix, character => character.charCodeAt(0));
  return [...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31), ...values].reduce(step, 1);
}

function step(sum: number, value: number): number {
  const top = sum >> 25;
  const next = ((sum & 0x1ffffff) << 5) ^ value;
  return GENERATOR.reduce((result, term, bit) => ((top >> bit) & 1 ? result ^ term : result), next);
}
