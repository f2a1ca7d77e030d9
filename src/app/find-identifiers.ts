import { findByShape, findCodes, type Hit, sentencesOf, withoutOverlaps } from '../domain/identifiers';
import { findNames } from './find-names';

/**
 * What may be an identifier in a text, in order: by shape, and names and places as far as they are told in English. It
 * helps and misses some. Sentence by sentence, so that one hears how far it is; loads the language library.
 * @param codes client codes, which never go along unseen.
 * @param onSentence is called with each place in the text that was reached.
 */
export function findIdentifiers(
  text: string,
  codes: readonly string[] = [],
  onSentence: (at: number) => void = () => {},
): readonly Hit[] {
  const named = sentencesOf(text).flatMap(({ from, to }) => {
    onSentence(to);
    return findNames(text.slice(from, to)).map(hit => ({ ...hit, from: hit.from + from, to: hit.to + from }));
  });
  return withoutOverlaps([...findCodes(text, codes), ...findByShape(text), ...named]);
}
