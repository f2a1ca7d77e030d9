/** How hard a passphrase is to guess by somebody who has copied the keyring. */
export type Strength = 'too-short' | 'weak' | 'fair' | 'strong' | 'very-strong';

const LEAST_CHARACTERS = 10;

/**
 * Each strength with the guesses, as a power of ten, from which the next one begins. Guessing at Argon2id is bound by
 * memory traffic, half a gigabyte for each guess at our costs, so a graphics card of 1 TB/s makes about 2 000 a second:
 * weak falls within a day, fair within two card-years, strong within two thousand. Cards get faster; look again in 2028.
 * zxcvbn's own scale ends where ours calls a passphrase fair.
 */
const LIMITS = [
  [8, 'weak'],
  [11, 'fair'],
  [14, 'strong'],
] as const satisfies readonly (readonly [number, Strength])[];

/**
 * Estimates the strength of a passphrase, as NFKC brings it to `derive`. Under ten characters it is `too-short`,
 * whatever else it is. Nothing is sent or kept; the word lists are on board and load on the first call that needs them.
 */
export async function measureStrength(passphrase: string): Promise<Strength> {
  const normal = passphrase.normalize('NFKC');
  if (Array.from(normal).length < LEAST_CHARACTERS) return 'too-short';
  const { estimateGuesses } = await import('./zxcvbn');
  const guesses = estimateGuesses(normal);
  return LIMITS.find(([limit]) => guesses < limit)?.[1] ?? 'very-strong';
}
