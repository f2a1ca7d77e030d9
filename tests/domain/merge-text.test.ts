import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeText } from '../../src/domain/merge-text';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', 'é'), maxLength: 12 });

describe('examples', () => {
  test.each([
    ['both add at either end', 'slower', 'go slower', 'slower now', 'go slower now'],
    ['one adds where the other takes away', 'a b c', 'a c', 'a b c d', 'a c d'],
    ['both add in one place: mine first', 'go ', 'go slower', 'go gently', 'go slowergently'],
    ['both begin', '', 'mine', 'theirs', 'minetheirs'],
    ['both replace the same word', 'go fast now', 'go slow now', 'go calm now', 'go calm\nslow now'],
    [
      'one adds inside what the other takes away',
      'hello world',
      'hello',
      'hello big world',
      'hello big world\n',
    ],
    ['both take away the same', 'a b c', 'a c', 'a c', 'a c'],
    ['both take away different things', 'a b c', 'b c', 'a b', 'b'],
    ['one wipes it all', 'a b', '', 'a b', ''],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeText(base, mine, theirs)).toBe(merged);
  });
});

describe('whatever the two write', () => {
  test('one who changed nothing takes the other’s text', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeText(base, changed, base)).toBe(changed);
        expect(mergeText(base, base, changed)).toBe(changed);
      }),
    );
  });

  test('what both did alike is done once', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeText(base, changed, changed)).toBe(changed);
      }),
    );
  });

  test('changes in two different places both land, exactly', () => {
    // Each letter occurs once, so that there is one way only to tell what was changed.
    const letters = 'abcdefghijklmnopqrst';
    const cuts = fc.uniqueArray(fc.nat(letters.length), { minLength: 4, maxLength: 4 });
    const upper = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 5 });
    const digits = fc.string({ unit: fc.constantFrom('1', '2', '3'), maxLength: 5 });
    fc.assert(
      fc.property(cuts, upper, digits, fc.boolean(), (places, first, second, mineIsFirst) => {
        const [a = 0, b = 0, c = 0, d = 0] = places.sort((one, other) => one - other);
        const one = letters.slice(0, a) + first + letters.slice(b);
        const other = letters.slice(0, c) + second + letters.slice(d);
        const both = letters.slice(0, a) + first + letters.slice(b, c) + second + letters.slice(d);
        const merged = mineIsFirst ? mergeText(letters, one, other) : mergeText(letters, other, one);
        expect(merged).toBe(both);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing typed by either is lost when both only add', () => {
    const additions = fc.array(fc.tuple(fc.nat(12), text), { maxLength: 3 });
    fc.assert(
      fc.property(text, additions, additions, (base, mine, theirs) => {
        const [my, their] = [add(base, mine), add(base, theirs)];
        const merged = mergeText(base, my, their);
        expect(holds(merged, my)).toBe(true);
        expect(holds(merged, their)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('no character is ever cut in half', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(mergeText(base, mine, theirs).isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('an emoji that both exchanged for another stands twice, whole', () => {
    expect(mergeText('calm 😀', 'calm 😁', 'calm 😂')).toBe('calm 😂\n😁');
  });
});

/** The text with each addition put in at its place, counted in whole characters. */
function add(base: string, additions: readonly (readonly [number, string])[]): string {
  const characters = [...base];
  for (const [at, added] of additions) characters.splice(at, 0, ...added);
  return characters.join('');
}

/** Whether all characters of `part` stand in `whole` in their order. */
function holds(whole: string, part: string): boolean {
  const rest = [...whole][Symbol.iterator]();
  return [...part].every(character => {
    for (let next = rest.next(); !next.done; next = rest.next()) if (next.value === character) return true;
    return false;
  });
}
