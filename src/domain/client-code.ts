/** What a client code gives away when it looks like more than a pseudonym. */
export type CodeWorry = 'email' | 'phone' | 'date' | 'name';

const NUMERIC_DATE =
  /(?<!\d)(\d{1,2}[./\- ]\d{1,2}[./\- ](\d{4}|\d{2})|(19|20)\d{2}[./\- ]\d{1,2}[./\- ]\d{1,2}|(19|20)\d{6})(?!\d)/u;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`;
const MONTH = String.raw`\p{L}{3,9}\.?`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const GAP = String.raw`[\s,/\-]+`;
const WRITTEN_DATE = new RegExp(
  [
    [DAY, MONTH, YEAR],
    [MONTH, DAY, YEAR],
    [YEAR, MONTH, DAY],
  ]
    .map(parts => String.raw`(?<![\p{L}\d])${parts.join(GAP)}(?![\p{L}\d])`)
    .join('|'),
  'iu',
);
const NAME_PART = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}'’\-]*\p{L}\.?)`;
const PARTICLE = '(?:de|van|von|da|di|la|le|del|der|den|bin|al)';
const FULL_NAME = new RegExp(`^${NAME_PART}(?:[\\s,]+(?:${NAME_PART}|${PARTICLE})){1,4}$`, 'u');

const LOOKS: readonly (readonly [CodeWorry, RegExp])[] = [
  ['email', /[^\s@]@[^\s@.]+\.[^\s@]/u],
  // Nine digits and more are no date; with fewer a date is likelier.
  ['phone', /(?:\d[\s().\-/]*){9}/u],
  ['date', NUMERIC_DATE],
  ['date', WRITTEN_DATE],
  ['phone', /(?:\d[\s().\-/]*){7}/u],
  ['name', FULL_NAME],
];

/** A code longer than this is looked at only so far, which keeps each keystroke quick whatever was pasted. */
const LOOKED_AT = 200;

/**
 * What a client code looks like, when it looks like something that names a person. A help for tired eyes, not a
 * check: it sees common Western forms only and is to be shown as a gentle word, never to refuse.
 * @returns null when the code looks like a pseudonym.
 */
export function worryAbout(code: string): CodeWorry | null {
  const start = code.trim().slice(0, LOOKED_AT);
  return LOOKS.find(([, look]) => look.test(start))?.[0] ?? null;
}
