import MiniSearch from 'minisearch';
import { wordsIn } from '../domain/search-excerpt';

/** From this many texts on there are common words: those that stand in more than this part of them. */
const MANY = 1_000;
const PART = 1 / 3;
/** How many texts are looked at for that. */
const SAMPLE = 300;
/** What the library gives about one place in a text of middle length, before it weighs how seldom the word is. */
const ONE_PLACE = 1.5;

/** How many letters of a word may be wrong. */
export type Slips = (word: string) => number;

/** How much less a word counts when only its beginning was asked for, or when it was asked for with a slip. */
export interface Weights {
  readonly prefix: number;
  readonly fuzzy: number;
}

interface CommonWord {
  readonly word: string;
  /** Which of the bits is its own. */
  readonly place: number;
  /** How much it says: less, the more texts have it, but never nothing. */
  readonly score: number;
}

/**
 * Words that stand in so many texts that they hardly tell them apart, and which text has which of them: a bit for each, where
 * an index needs twenty bytes and more. They are found in the texts, so in any language.
 */
export class CommonWords {
  readonly #words = new Map<string, CommonWord>();
  readonly #alike = new MiniSearch<CommonWord>({
    idField: 'word',
    fields: ['word'],
    tokenize: word => [word],
    searchOptions: { prefix: true },
  });
  readonly #bits = new Map<string, Uint8Array>();

  /**
   * Chooses them from a sample of these texts; none where there are few.
   * @param textOf gives a text as `plainWord` makes it.
   */
  static choose<T>(all: readonly T[], textOf: (one: T) => string): CommonWords {
    const chosen = new CommonWords();
    if (all.length < MANY) return chosen;
    const counts = new Map<string, number>();
    for (let time = 0; time < SAMPLE; time += 1) {
      const one = all[Math.floor((time * all.length) / SAMPLE)] as T;
      for (const word of new Set(wordsIn(textOf(one)))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    for (const [word, count] of counts) if (count > SAMPLE * PART) chosen.#add(word, count);
    return chosen;
  }

  #add(word: string, count: number): void {
    const score = ONE_PLACE * Math.log(1 + (SAMPLE - count + 0.5) / (count + 0.5));
    const common = { word, place: this.#words.size, score };
    this.#words.set(word, common);
    this.#alike.add(common);
  }

  /** Notes that the text of this name has this word. @returns whether it is a common word; others are not noted. */
  note(name: string, word: string): boolean {
    const common = this.#words.get(word);
    if (!common) return false;
    let bits = this.#bits.get(name);
    if (!bits) {
      bits = new Uint8Array(Math.ceil(this.#words.size / 8));
      this.#bits.set(name, bits);
    }
    const at = common.place >> 3;
    bits[at] = (bits[at] ?? 0) | (1 << (common.place & 7));
    return true;
  }

  forget(name: string): void {
    this.#bits.delete(name);
  }

  /**
   * Looks for a word of a query: whole, by its beginning, and with slips.
   * @returns the common words it may be meant for, and what tells of a text by its name how well it has them, 0 when it has none.
   */
  find(
    word: string,
    weights: Weights,
    slips?: Slips,
  ): { readonly meant: readonly string[]; readonly scoreOf: (name: string) => number } {
    const meant = this.#alike.search(word, slips ? { fuzzy: slips } : {}).flatMap(({ id }) => {
      const common = this.#words.get(id);
      const weight = id === word ? 1 : id.startsWith(word) ? weights.prefix : weights.fuzzy;
      return common ? { ...common, score: common.score * weight } : [];
    });
    const scoreOf = (name: string) => {
      const bits = this.#bits.get(name);
      if (!bits) return 0;
      let sum = 0;
      for (const { place, score } of meant) if (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) sum += score;
      return sum;
    };
    return { meant: meant.map(({ word }) => word), scoreOf };
  }
}
