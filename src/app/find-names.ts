import nlp from 'compromise/three';
import type { Hit, IdentifierKind } from '../domain/identifiers';

/** A word with its place in the sentence and what the library takes it for. */
interface Term {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly tags: ReadonlySet<string>;
}

/**
 * Names of people, organisations and places in an English sentence: what the compromise library tells, and every word with
 * a capital inside the sentence that is no ordinary one. Countries and nationalities are no identifiers. Importing this module
 * loads the library, 350 kB; import it in a worker.
 */
export function findNames(sentence: string): readonly Hit[] {
  const doc = nlp(sentence);
  const terms = termsOf(doc.json({ offset: true, terms: { offset: true, tags: true } }) as readonly Told[]);
  const named = [
    ...hitsOf(doc.people().json({ offset: true }), 'name'),
    ...hitsOf(doc.organizations().json({ offset: true }), 'name'),
    ...hitsOf(doc.places().json({ offset: true }), 'place'),
  ].flatMap(hit => trimmed(hit, terms));
  return [...named, ...capitals(terms, sentence)];
}

interface Found {
  readonly offset: { readonly start: number; readonly length: number };
}

interface Told {
  readonly terms: readonly (Found & { readonly text: string; readonly tags: readonly string[] })[];
}

function hitsOf(found: readonly Found[], kind: IdentifierKind): readonly Hit[] {
  return found.map(({ offset }) => ({ from: offset.start, to: offset.start + offset.length, kind }));
}

function termsOf(told: readonly Told[]): readonly Term[] {
  return told
    .flatMap(({ terms }) => terms)
    .map(({ text, offset, tags }) => {
      const word = /[\p{L}\p{M}’'.-]*/u.exec(text)?.[0] ?? '';
      return {
        text: word,
        from: offset.start,
        to: offset.start + Math.min(offset.length, text.length),
        tags: new Set(tags),
      };
    });
}

/** A hit without small words at its end; none of it when nothing in it has a capital or it tells too little. */
function trimmed(hit: Hit, terms: readonly Term[]): readonly Hit[] {
  const inside = terms.filter(({ from }) => from >= hit.from && from < hit.to);
  const last = inside.findLastIndex(term => /^\p{Lu}/u.test(term.text) || isFirstNameInSmall(term));
  const kept = inside.slice(0, last + 1);
  const [first] = kept;
  if (!first || kept.every(isOrdinary)) return [];
  return [{ ...hit, to: kept.at(-1)?.to ?? hit.to }];
}

/** As names stand in notes that were typed in haste. */
function isFirstNameInSmall({ text, tags }: Term): boolean {
  return tags.has('FirstName') && !WORDS_AND_NAMES.test(text);
}

/** Runs of capitals inside the sentence, and a name at its beginning. */
function capitals(terms: readonly Term[], sentence: string): readonly Hit[] {
  const hits: { from: number; to: number; kind: IdentifierKind }[] = [];
  let isRunning = false;
  terms.forEach((term, index) => {
    const isName =
      isCapital(term) &&
      !isOrdinary(term) &&
      !isEponym(terms[index + 1]) &&
      !beginsAnew(index, terms, sentence);
    const last = hits.at(-1);
    if (isName && isRunning && last) last.to = term.to;
    else if (isName || isNameFirst(index, terms, sentence))
      hits.push({
        from: term.from,
        to: term.to,
        kind: PLACE_BEFORE.has(terms[index - 1]?.text.toLowerCase() ?? '') ? 'place' : 'name',
      });
    isRunning = isName;
  });
  return hits;
}

const PLACE_BEFORE = new Set(['in', 'at', 'to', 'from', 'near', 'outside', 'towards']);

function isCapital({ text }: Term): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text);
}

/** Capitals that name nobody. */
const ORDINARY_TAGS = [
  'Demonym',
  'Country',
  'WeekDay',
  'Month',
  'Holiday',
  'Pronoun',
  'Acronym',
  'Abbreviation',
  'Currency',
];
const ORDINARY = new Set(
  (
    'i i’m i’d i’ll i’ve monday tuesday wednesday thursday friday saturday sunday god christmas easter zoom whatsapp netflix ' +
    'tinder sidelight facebook instagram google youtube tiktok skype teams internet english french german spanish italian polish arabic hindi ' +
    'insurance session supervision countertransference transference homework chances client clients therapy ramadan ' +
    'texas california florida georgia ohio virginia oregon nevada arizona colorado alaska hawaii utah ' +
    'catholic muslim jewish hindu buddhist protestant cbt dbt emdr act ptsd adhd gestalt socratic mr mrs ms dr prof sir'
  ).split(' '),
);

function isOrdinary({ text, tags }: Term): boolean {
  const word = text
    .toLowerCase()
    .replace(/['’]s$|['’]$|[.’']$/u, '')
    .replace(/'/g, '’');
  return ORDINARY.has(word) || ORDINARY_TAGS.some(tag => tags.has(tag)) || /^\p{Lu}{2,4}$/u.test(text);
}

/** What is called after somebody long dead names no client. */
function isEponym(next: Term | undefined): boolean {
  return /^(syndrome|disease|inventory|scale|test|questionnaire|depression)$/i.test(next?.text ?? '');
}

/** Whether a word has its capital from its place: first of all, or after a colon or an opening quotation mark. */
function beginsAnew(index: number, terms: readonly Term[], sentence: string): boolean {
  if (index === 0) return true;
  const before = sentence.slice(terms[index - 1]?.from ?? 0, terms[index]?.from ?? 0);
  return /[.:!?…]\s*["“‘']?$|["“]$/u.test(before.trimEnd()) || /["“]$/.test(before);
}

/** Names that are words too. */
const WORDS_AND_NAMES =
  /^(will|may|art|bill|guy|dawn|hope|faith|rose|joy|grace|iris|ivy|olive|penny|summer|chance|frank|mark|pat|sue|drew|grant|rich|rob|miles|jack|ruby|pearl|daisy|lily|violet|hazel|heather|amber|april|june|august|christian|norm|gene|dean|earl|duke|gay|ray|sky|star|angel|destiny|harmony|melody|carol|holly|robin|reed|clay|cliff|glen|wade|chase|hunter|mason|cooper|taylor)$/i;

/** Endings of words rather than of names. */
const WORD_ENDING = /(?:[^s]s|ing|ed|ly|tion|ness|ment|ful|less)$/;

/** Whether the first word is a name rather than a word: it owns or does something, or the library knows no such word. */
function isNameFirst(index: number, terms: readonly Term[], sentence: string): boolean {
  const term = terms[index];
  const next = terms[index + 1];
  if (!term || !isCapital(term) || isOrdinary(term) || !beginsAnew(index, terms, sentence)) return false;
  const word = term.text.replace(/['’]s$/u, '');
  const owns = word !== term.text;
  const isActing = next?.tags.has('Verb') === true && !next.tags.has('Gerund');
  if (/^(may|will)$/i.test(word)) return owns || (isActing && next?.tags.has('Infinitive') !== true);
  if (WORDS_AND_NAMES.test(word)) return isActing || owns;
  return (index > 0 || isActing || owns) && !isKnownWord(word) && (owns || !WORD_ENDING.test(word));
}

const LEXICON = (nlp as unknown as { model(): { one: { lexicon: Record<string, unknown> } } }).model().one
  .lexicon;

/** Whether the library has the word, or one it is made of, in its lists. */
function isKnownWord(word: string): boolean {
  const plain = word.toLowerCase();
  return [
    plain,
    plain.replace(/(es|s|ed|ing|ly|er|est|ness)$/, ''),
    plain.replace(/(ed|ing|s)$/, 'e'),
    plain.replace(/ies$/, 'y'),
  ].some(one => Object.hasOwn(LEXICON, one));
}
