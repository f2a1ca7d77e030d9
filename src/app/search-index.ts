import MiniSearch from 'minisearch';
import { type ExcerptPart, excerpt, hasBeginning, plainWord, wordsIn } from '../domain/search-excerpt';
import { PIECE_KINDS, type PieceKind, type SearchText } from '../domain/search-pieces';

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

/** How many sentences of one session are shown. */
const MOST_EXCERPTS = 2;
/** How many letters of a word may be wrong; in longer words two, since letters that changed places count as two. */
const SLIPS = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

const OPTIONS = {
  fields: [...PIECE_KINDS],
  tokenize: (text: string) => [...wordsIn(text)],
  processTerm: (word: string) => plainWord(word) || null,
  searchOptions: {
    combineWith: 'AND' as const,
    boost: { code: 4, tags: 3 },
    prefix: true,
    weights: { prefix: 0.5, fuzzy: 0.2 },
  },
};

/**
 * Everything that can be searched for, in this memory only. Names no session whose log does not hold its beginning.
 *
 * What is read comes first, since putting it in order takes the library several times as long: until `order` is done, a
 * question is answered from the texts themselves, whole words and beginnings of words, the newest session first.
 */
export class SearchIndex {
  readonly #index = new MiniSearch<Known>({
    ...OPTIONS,
    extractField: (known, field) => (field === 'id' ? known.id : textOf(known, field as PieceKind)),
  });
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
    const known = this.#known.get(this.#waiting.pop() ?? '');
    if (known) this.#index.add(known);
    if (this.#waiting.length === 0) this.#texts.clear();
  }

  /** Forgets a session; nothing happens when it is not known. */
  remove(id: string): void {
    if (!this.#known.delete(id)) return;
    if (this.#index.has(id)) this.#index.discard(id);
    else this.#waiting = this.#waiting.filter(other => other !== id);
    this.#texts.delete(id);
  }

  /**
   * The sessions that have every word of the query, whole or by its beginning; where there are none, also with slips. The
   * best first, then the newest.
   */
  find(query: string, most: number): SearchAnswer {
    if (this.#waiting.length > 0) return this.#lookThrough(query, most);
    const exact = this.#index.search(query);
    const results = exact.length > 0 ? exact : this.#index.search(query, { fuzzy: SLIPS });
    results.sort(
      (one, other) => other.score - one.score || newestFirst(this.#dayOf(one.id), this.#dayOf(other.id)),
    );
    return {
      hits: results.slice(0, most).flatMap(({ id, match }) => this.#tell(id, new Set(Object.keys(match)))),
      total: results.length,
    };
  }

  #lookThrough(query: string, most: number): SearchAnswer {
    const beginnings = wordsIn(query).map(plainWord).filter(Boolean);
    if (beginnings.length === 0) return { hits: [], total: 0 };
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
