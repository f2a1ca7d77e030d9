import { describe, expect, it } from 'vitest';
import { CommonWords } from '../../src/app/common-words';

/** So many texts, the first of which have one more word. */
function texts(count: number, having: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => (at < having ? 'usual often' : 'usual'));
}

const choose = (all: readonly string[]) => CommonWords.choose(all, text => text);

describe('common words', () => {
  it('are there from a thousand texts on', () => {
    expect(choose(texts(999, 0)).note('a', 'usual')).toBe(false);
    expect(choose(texts(1_000, 0)).note('a', 'usual')).toBe(true);
  });

  it('stand in more than a third of the texts', () => {
    expect(choose(texts(1_500, 500)).note('a', 'often')).toBe(false);
    expect(choose(texts(1_500, 505)).note('a', 'often')).toBe(true);
  });

  it('are found by name, and count less the more texts have them, and the less exactly they were asked for', () => {
    const common = choose(texts(1_500, 900));
    const weights = { prefix: 0.5, fuzzy: 0.2 };
    const score = (name: string, word: string) =>
      common.find(word, weights, each => (each.length > 4 ? 1 : 0)).scoreOf(name);
    common.note('a', 'usual');
    common.note('b', 'often');
    expect([score('a', 'often'), score('b', 'usual'), score('c', 'usual')]).toEqual([0, 0, 0]);
    expect(score('b', 'often')).toBeGreaterThan(score('a', 'usual'));
    expect(score('a', 'usual')).toBeGreaterThan(0);
    expect(score('b', 'oft')).toBeCloseTo(score('b', 'often') / 2);
    expect(score('b', 'oftem')).toBeCloseTo(score('b', 'often') / 5);
    common.forget('b');
    expect(score('b', 'often')).toBe(0);
  });
});
