import MiniSearch, { type SearchResult } from 'minisearch';
import { type ExcerptPart, excerpt, hasBeginning, plainWord, wordsIn } from '../domain/search-excerpt';
import { PIECE_KINDS, type PieceKind, type SearchText } from '../domain/search-pieces';
import { CommonWords, type Slips, type Weights } from './common-words';

/** A session that was found: whose and when, and the sentences that were looked for. */
export interface SearchHit {
  readonly id: string;
  readonly day: string;
  readonly client: string | null;
  readonly excerpts: readonly { readonly kind: PieceKind; readonly parts: readonly ExcerptPart[] }[];
}

/** The best hits, and how many there are in all. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
}

interface Known extends SearchText {
  readonly id: string;
}

/** What the library says of a session, put together for all words of a query. */
type Met = Pick<SearchResult, 'score' | 'match'>;
const NOT_FOUND: Met = { score: 0, match: {} };

/** How many sentences of one session are shown. */
const MOST_EXCERPTS = 2;
/** In longer words two, since letters that changed places count as two. */
const SLIPS: Slips = word => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);
const WEIGHTS: Weights = { prefix: 0.5, fuzzy: 0.2 };
/** Where a word weighs so much that the library keeps it even when it is common. */
const NAMING: readonly string[] = ['code', 'tags'] satisfies PieceKind[];

/**
 * Everything that can be searched for, in this memory only. Names no session whose log does not hold its beginning.
 *
 * What is read comes first, since putting it in order takes the library several times as long: until `order` is done, a
 * question is answered from the texts themselves, whole words and beginnings of words, the newest session first. Common words
 * stay out of the library but for codes and tags: they say little, and their places would fill most of its memory.
 */
export class SearchIndex {
  readonly #index = new MiniSearch<Known>({
    fields: [...PIECE_KINDS],
    extractField: (known, field) => (field === 'id' ? known.id : textOf(known, field as PieceKind)),
    tokenize: text => [...wordsIn(text)],
    processTerm: (word, field = '') => this.#termOf(plainWord(word), field),
    // Its sweeping stumbles over what is put in order meanwhile; what is gone is also let go when a question meets it.
    autoVacuum: false,
    searchOptions: {
      // A query is asked for word by word, each plain already.
      tokenize: word => [word],
      processTerm: word => word,
      boost: { code: 4, tags: 3 },
      prefix: true,
      weights: WEIGHTS,
    },
  });
  #common = new CommonWords();
  /** The session that is being put in order: the library does not tell whose word it asks about. */
  #ordered = '';
  readonly #known = new Map<string, Known>();
  /** The plain texts of what was looked through before all of it was in order. */
  readonly #texts = new Map<string, string>();
  #waiting: string[] = [];

  get size(): number {
    return this.#known.size;
  }

  /** How many sessions were read and are not in order yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Takes a session in, in place of what was known of it. */
  put(id: string, text: SearchText | null): void {
    this.read(id, text);
    while (this.#waiting.length > 0) this.order();
  }

  /** Takes a session in that can be found from now on and is put in order later. */
  read(id: string, text: SearchText | null): void {
    this.remove(id);
    if (!text) return;
    this.#known.set(id, { id, ...text });
    this.#waiting.push(id);
  }

  /** Puts the next session in order; nothing happens when all of them are. */
  order(): void {
    // Before the first, as what the library holds of a word stays with it; a vault that grows large later waits for the next.
    if (this.#index.documentCount === 0)
      this.#common = CommonWords.choose([...this.#known.values()], plainTextOf);
    this.#ordered = this.#waiting.pop() ?? '';
    const known = this.#known.get(this.#ordered);
    if (known) this.#index.add(known);
    if (this.#waiting.length === 0) this.#texts.clear();
  }

  /** Forgets a session; nothing happens when it is not known. */
  remove(id: string): void {
    if (!this.#known.delete(id)) return;
    if (this.#index.has(id)) this.#index.discard(id);
    else this.#waiting = this.#waiting.filter(other => other !== id);
    this.#texts.delete(id);
    this.#common.forget(id);
  }

  /**
   * The sessions that have every word of the query, whole or by its beginning; where there are none, also with slips. The
   * best first, then the newest.
   */
  find(query: string, most: number): SearchAnswer {
    const words = [...new Set(wordsIn(query).map(plainWord).filter(Boolean))];
    if (words.length === 0) return { hits: [], total: 0 };
    if (this.#waiting.length > 0) return this.#lookThrough(words, most);
    const exact = this.#meet(words);
    const { met, common } = exact.met.size > 0 ? exact : this.#meet(words, SLIPS);
    const ranked = [...met].sort(
      ([one, { score }], [other, { score: others }]) =>
        others - score || newestFirst(this.#dayOf(one), this.#dayOf(other)),
    );
    return {
      hits: ranked
        .slice(0, most)
        .flatMap(([id, { match }]) => this.#tell(id, new Set([...Object.keys(match), ...common]))),
      total: met.size,
    };
  }

  /** What the library keeps of a word of what is put in order. */
  #termOf(word: string, field: string): string | null {
    if (!NAMING.includes(field) && this.#common.note(this.#ordered, word)) return null;
    return word || null;
  }

  /** The sessions that have every one of these words, and the common words that these may be meant for. */
  #meet(
    words: readonly string[],
    slips?: Slips,
  ): { readonly met: ReadonlyMap<string, Met>; readonly common: readonly string[] } {
    let met: Map<string, Met> | null = null;
    const common: string[] = [];
    for (const word of words) {
      const found = new Map<string, Met>(
        this.#index.search(word, slips ? { fuzzy: slips } : {}).map(result => [result.id, result]),
      );
      const { meant, scoreOf } = this.#common.find(word, WEIGHTS, slips);
      common.push(...meant);
      const having: Map<string, Met> = new Map();
      const candidates: Iterable<string> = (met ?? (meant.length > 0 ? this.#known : found)).keys();
      for (const id of candidates) {
        const own = found.get(id) ?? NOT_FOUND;
        const score = own.score + scoreOf(id);
        if (score === 0) continue;
        const before = met?.get(id) ?? NOT_FOUND;
        // Most of what is common the library did not find, and ten thousand copies of nothing take a while.
        const match = own === NOT_FOUND ? before.match : { ...before.match, ...own.match };
        having.set(id, { score: before.score + score, match });
      }
      met = having;
    }
    return { met: met ?? new Map(), common };
  }

  #lookThrough(beginnings: readonly string[], most: number): SearchAnswer {
    const found = [...this.#known.values()].filter(known => {
      const text = this.#texts.get(known.id) ?? plainTextOf(known);
      this.#texts.set(known.id, text);
      return beginnings.every(beginning => hasBeginning(text, beginning));
    });
    found.sort((one, other) => newestFirst(one.day, other.day));
    const hitsIn = (known: Known) =>
      wordsIn(plainTextOf(known)).filter(word => beginnings.some(each => word.startsWith(each)));
    return {
      hits: found.slice(0, most).flatMap(known => this.#tell(known.id, new Set(hitsIn(known)))),
      total: found.length,
    };
  }

  #dayOf(id: string): string {
    return this.#known.get(id)?.day ?? '';
  }

  #tell(id: string, hits: ReadonlySet<string>): SearchHit[] {
    const known = this.#known.get(id);
    if (!known) return [];
    const excerpts: SearchHit['excerpts'][number][] = [];
    for (const { kind, text } of known.pieces) {
      // The code stands above the sentences anyway.
      if (kind === 'code') continue;
      const parts = excerpt(text, hits);
      if (parts) excerpts.push({ kind, parts });
      if (excerpts.length === MOST_EXCERPTS) break;
    }
    const { day, client } = known;
    return [{ id, day, client, excerpts }];
  }
}

/** Days are digits, so they are compared as they are; a language's own order takes many times as long. */
function newestFirst(one: string, other: string): number {
  return one === other ? 0 : one < other ? 1 : -1;
}

function plainTextOf({ pieces }: Known): string {
  return plainWord(pieces.map(({ text }) => text).join('\n'));
}

function textOf({ pieces }: Known, kind: PieceKind): string {
  return pieces
    .filter(piece => piece.kind === kind)
    .map(({ text }) => text)
    .join('\n');
}
