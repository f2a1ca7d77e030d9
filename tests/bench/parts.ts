/** What can be measured by itself: `npm run bench -- years backup`. Without a word everything is measured. */
export const PARTS = ['pages', 'locking', 'backup', 'years', 'trends', 'call', 'live'] as const;
export type Part = (typeof PARTS)[number];

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** What to measure, and where. */
export interface Choice {
  readonly parts: readonly Part[];
  readonly browsers: readonly BrowserName[];
}

/**
 * Reads what was typed after `npm run bench --`: parts and browsers in any order; none of a kind means all of it.
 * @throws when a word is neither.
 */
export function chooseParts(words: readonly string[]): Choice {
  const unknown = words.filter(word => !([...PARTS, ...BROWSERS] as string[]).includes(word));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(', ')}: say some of ${[...PARTS, ...BROWSERS].join(', ')}.`);
  const chosen = <T extends string>(all: readonly T[]) => {
    const some = all.filter(each => words.includes(each));
    return some.length > 0 ? some : all;
  };
  return { parts: chosen(PARTS), browsers: chosen(BROWSERS) };
}
