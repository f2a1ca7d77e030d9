/** What a piece of text may give away. The order is that of the list on screen. */
export const IDENTIFIER_KINDS = [
  'name',
  'place',
  'date',
  'age',
  'phone',
  'email',
  'address',
  'number',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Some words of a text that may tell who somebody is: from one place up to, not including, another (UTF-16). */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly kind: IdentifierKind;
}

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)';
const DAY = '(?:[0-3]?\\d)(?:st|nd|rd|th)?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const FEAST =
  '(?:christmas|easter|thanksgiving|new year|halloween|boxing|passover|hanukkah|diwali|eid|ramadan|valentine|mother|father)';
const OLD =
  '(?:9\\d|1[0-2]\\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a hundred and \\w+)';
const NO_AGE =
  '(?![\\d.,]*\\s*(?:%|percent|minutes?|mins?|days?|hours?|weeks?|months?|miles?|pounds?|euros?|dollars?|kilos?|kg|mg|ml|times|words|people|sessions?|per)\\b|\\d|[./:]\\d)';

/** What is seen by its shape alone. Names and places need a language library. */
const SHAPES: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu],
  ['address', /\b(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?)]/gi],
  ['address', /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/[^\s<>]*[^\s<>.,;:!?)]/gi],
  [
    'address',
    /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|io|info|example|co\.uk|uk|de|fr|ie|ca|au)\b/gi,
  ],
  ['address', /\b\d{1,3}(?:\.\d{1,3}){3}\b/g],
  ['address', /\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b/gi],
  ['date', /\b\d{4}-\d{1,2}-\d{1,2}\b/g],
  ['date', /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/g],
  ['date', new RegExp(`\\b\\d{1,2}[-./]${MONTH}[-./](?:\\d{4}|\\d{2})\\b`, 'gi')],
  ['date', new RegExp(`\\b${DAY}(?: of)? ${MONTH}(?:,? \\d{4})?(?!\\p{L})`, 'giu')],
  ['date', new RegExp(`\\b${MONTH} ${DAY}(?:,? \\d{4})?\\b`, 'gi')],
  ['date', new RegExp(`\\b${MONTH},? \\d{4}\\b`, 'gi')],
  [
    'date',
    new RegExp(
      `\\b(?:${WEEKDAY},? )?the (?:[12]?\\d|3[01])(?:st|nd|rd|th)\\b(?! (?:century|floor|time|session|week|month|year|birthday))`,
      'gi',
    ),
  ],
  ['date', new RegExp(`\\b${FEAST}(?:['’]s)?(?: (?:eve|day|sunday|monday|week))(?:,? \\d{4})?\\b`, 'gi')],
  ['date', new RegExp(`\\b${FEAST}(?:['’]s)?,? \\d{4}\\b`, 'gi')],
  ['age', new RegExp(`\\b${OLD}(?:[- ]years?[- ]old|[- ]y\\/?o\\b)`, 'gi')],
  [
    'age',
    new RegExp(
      `(?<=\\b(?:aged?|age of|turned|turns|turning|is|was|at)\\s+)${OLD}\\b${NO_AGE}(?:\\s(?:and|or)\\s${OLD}\\b${NO_AGE})?`,
      'gi',
    ),
  ],
  ['age', /(?<=\p{L}, )(?:9\d|1[01]\d)(?=,|\.$)/gu],
  ['age', /\bin (?:his|her|their) (?:early |mid[- ]?|late )?(?:nineties|90s)\b/gi],
  ['phone', /(?<![\w.])\+?\(?\d[\d ().-]{6,}\d(?!\w)/g],
  ['phone', /\b\d{3}-\d{4}\b/g],
  [
    'place',
    /\b\d{1,5}[a-z]?,? (?:\p{Lu}[\p{L}’'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Square|Terrace|Boulevard|Blvd|Way|Place|Crescent)\b/gu,
  ],
  [
    'number',
    /\b(?=[A-Z0-9/-]*\d{2})(?=[A-Z0-9/-]*[A-Z])(?!(?:PHQ|GAD|DSM|ICD|BDI|BAI|CORE|WAI|AUDIT|ACE|COVID)\b)(?![A-Z]\d{2}\b)[A-Z0-9]+(?:[-/][A-Z0-9]+)*\b/g,
  ],
  ['number', /(?<!\w)#\s?\d{2,}\b/g],
  ['number', /\b\d{5,}\b/g],
];

/** @returns what may be an identifier by its shape, in order, none within another. */
export function findByShape(text: string): readonly Hit[] {
  const hits = SHAPES.flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map(({ index, 0: { length } }) => ({ from: index, to: index + length, kind })),
  );
  return withoutOverlaps(hits);
}

/** Every place where one of these codes stands as a word, in small letters or capitals. */
export function findCodes(text: string, codes: readonly string[]): readonly Hit[] {
  return codes.flatMap(code => {
    const escaped = code.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const shape = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
    return [...text.matchAll(shape)].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
      kind: 'name' as const,
    }));
  });
}

/** Puts hits in order. Of two that overlap the earlier stays, of two that begin together the longer. */
export function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const inOrder = [...hits].sort((one, other) => one.from - other.from || other.to - one.to);
  const kept: Hit[] = [];
  for (const hit of inOrder) if (hit.from >= (kept.at(-1)?.to ?? 0)) kept.push(hit);
  return kept;
}

/** A stretch of a text: a sentence, or a line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The sentences and lines of a text, none of them empty. */
export function sentencesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { index, 0: found } of text.matchAll(
    /[^\n]*?(?:(?<!\b(?:Dr|Mr|Mrs|Ms|St|Prof))[.!?…]+(?=\s|$)|\n|$)/gu,
  )) {
    const from = index + (found.length - found.trimStart().length);
    const to = index + found.trimEnd().length;
    if (to > from) stretches.push({ from, to });
  }
  return stretches;
}

/** What becomes of a hit: it stays, its kind stands in its place, or other words do. */
export type Resolution =
  | { readonly do: 'keep' }
  | { readonly do: 'mask' }
  | { readonly do: 'rewrite'; readonly words: string };

/**
 * The text with every hit resolved; one without a resolution stays as it is.
 * @param resolutions by the place where the hit begins.
 * @param maskOf what stands in place of a hit of this kind.
 */
export function resolveText(
  text: string,
  hits: readonly Hit[],
  resolutions: ReadonlyMap<number, Resolution>,
  maskOf: (kind: IdentifierKind) => string,
): string {
  let resolved = '';
  let at = 0;
  for (const { from, to, kind } of hits) {
    const resolution = resolutions.get(from);
    if (!resolution || resolution.do === 'keep') continue;
    resolved += text.slice(at, from) + (resolution.do === 'mask' ? maskOf(kind) : resolution.words);
    at = to;
  }
  return resolved + text.slice(at);
}

const ENGLISH = new Set(
  'the a an and or but of to in on at for with from by as is was were are be been it its he she they them his her their i we you my our me him us that this these those not no so if when then than there what which who how had have has did do does would could can will about into out up after before more very just all some any'.split(
    ' ',
  ),
);
/** Fewer words tell nothing about the language. */
const FEWEST_WORDS = 8;
const SHARE_IN_ENGLISH = 0.2;

/** Whether a text seems to be in another language than English, by the share of little words. Short ones are not judged. */
export function seemsForeign(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS)
    return /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
  return words.filter(word => ENGLISH.has(word)).length / words.length < SHARE_IN_ENGLISH;
}
