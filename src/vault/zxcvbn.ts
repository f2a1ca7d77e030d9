import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

// Apart from `strength.ts` so that the word lists, 1.7 MB of them, make one chunk that only setting a passphrase loads.
const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  // The work grows much faster than the length. Cutting the text off can only make it look weaker.
  maxLength: 100,
});

/**
 * Guesses, as a power of ten, that somebody trying likely passphrases first would need. An estimate, and for English.
 *
 * zxcvbn takes the spaces between words for random characters, which makes "to be or not to be" look unguessable. So the
 * words are measured run together as well, a factor of ten is added for the choice of separator, and the less counts. It
 * knows words, not quotations: a line of a song still passes for strong.
 */
export function estimateGuesses(passphrase: string): number {
  const runTogether = passphrase.replace(/[\s._,-]+/g, '');
  return Math.min(zxcvbn.check(passphrase).guessesLog10, zxcvbn.check(runTogether).guessesLog10 + 1);
}
