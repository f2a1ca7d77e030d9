/** A stretch of text, and whether it is what was looked for. Put together, the stretches are the text. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** What stands between words: space, punctuation, signs of mathematics and money, and marks of direction. */
const SEPARATORS = '\\s\\p{Z}\\p{P}\\p{Cc}\\p{Sm}\\p{Sc}`^\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const BETWEEN = new RegExp(`[${SEPARATORS}]+`, 'u');
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const WORD = new RegExp(`[^${SEPARATORS}]+`, 'gu');
const SENTENCE = /[^\n\r.!?…。！？]+(?:[.!?…。！？]+["'”’»)\]]*|[\n\r]+|$)|[.!?…。！？\n\r]+/gu;

/** A sentence longer than this many characters is shown around its first hit only. */
const MOST = 240;
const BEFORE_HIT = 80;

/** A word as it is compared: lower case, without accents. Empty for what is no word. */
export function plainWord(word: string): string {
  // Most words have nothing to take apart, and an index asks for millions.
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a plain text has a word that begins so. Both as `plainWord` makes them. */
export function hasBeginning(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1))
    if (at === 0 || BETWEEN.test(text[at - 1] as string)) return true;
  return false;
}

/** The words of a query or a text, in order. */
export function wordsIn(text: string): readonly string[] {
  return text.split(BETWEEN).filter(word => word !== '');
}

/**
 * The first sentence with the most of what was looked for, its hits marked.
 * @param hits plain words, as `plainWord` makes them.
 * @returns null when none of them is in the text.
 */
export function excerpt(text: string, hits: ReadonlySet<string>): readonly ExcerptPart[] | null {
  let best: { sentence: string; found: number } | null = null;
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const found = new Set(
      wordsIn(sentence)
        .map(plainWord)
        .filter(word => hits.has(word)),
    ).size;
    if (found > (best?.found ?? 0)) best = { sentence, found };
    if (found === hits.size) break;
  }
  return best && shorten(markHits(best.sentence.trim(), hits));
}

function markHits(sentence: string, hits: ReadonlySet<string>): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let told = 0;
  for (const { 0: word, index } of sentence.matchAll(WORD)) {
    if (!hits.has(plainWord(word))) continue;
    if (index > told) parts.push({ text: sentence.slice(told, index), isHit: false });
    parts.push({ text: word, isHit: true });
    told = index + word.length;
  }
  if (told < sentence.length) parts.push({ text: sentence.slice(told), isHit: false });
  return parts;
}

function shorten(parts: readonly ExcerptPart[]): readonly ExcerptPart[] {
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= MOST) return parts;
  const [first, ...rest] = parts as [ExcerptPart, ...ExcerptPart[]];
  const lead = first.isHit ? first : { ...first, text: keepEnd(first.text, BEFORE_HIT) };
  const shown: ExcerptPart[] = [];
  let left = MOST;
  for (const part of [lead, ...rest]) {
    if (left <= 0) break;
    shown.push(part.text.length <= left || part.isHit ? part : { ...part, text: keepStart(part.text, left) });
    left -= part.text.length;
  }
  return shown;
}

function keepEnd(text: string, most: number): string {
  return text.length <= most ? text : `…${[...text.slice(-most)].slice(1).join('')}`;
}

function keepStart(text: string, most: number): string {
  return text.length <= most ? text : `${[...text.slice(0, most)].slice(0, -1).join('')}…`;
}
