import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExcerptPart, excerpt, hasBeginning, plainWord, wordsIn } from '../../src/domain/search-excerpt';

const shown = (parts: readonly ExcerptPart[] | null) =>
  parts?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
const look = (text: string, ...words: readonly string[]) =>
  shown(excerpt(text, new Set(words.map(plainWord))));

test('tells the sentence with the most of what was looked for, hits marked', () => {
  const note = 'Began late. The garden came up; the garden gate, too. Closed the gate early!\nThen tea.';
  expect(look(note, 'garden', 'gate')).toBe('The [garden] came up; the [garden] [gate], too.');
  expect(look(note, 'closed')).toBe('[Closed] the gate early!');
  expect(look(note, 'tea')).toBe('Then [tea].');
  expect(look(note, 'moon')).toBeUndefined();
});

test('marks words whatever their case, accents and script', () => {
  expect(look('Une RÉPARATION lente', 'reparation')).toBe('Une [RÉPARATION] lente');
  expect(look('كان خجول اليوم', 'خجول')).toBe('كان [خجول] اليوم');
  expect(look('a 🌱 grows', '🌱')).toBe('a [🌱] grows');
  expect(look('<b>slow</b>\u202e£5=\tfive', 'slow', '5', 'five')).toBe('<b>[slow]</b>\u202e£[5]=\t[five]');
});

test('shows a long sentence around its first hit', () => {
  const long = `${'word '.repeat(200)}needle ${'😀 '.repeat(200)}`;
  const told = look(long, 'needle') ?? '';
  expect(told).toMatch(/^….*\[needle\].*…$/su);
  expect(told.length).toBeLessThan(260);
  expect(told.isWellFormed()).toBe(true);
});

test('what is shown of a short text is the text, as it was typed, whatever it holds', () => {
  const words = fc.constantFrom('<b>', 'needle', 'x', '&amp;', '</mark>', '\u202e', '"', '…', ' ', '\t');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), some => {
      const text = some.join(' ').replace(/[.!?…。\n\r]/g, '');
      const parts = excerpt(text, new Set(['needle']));
      if (wordsIn(text).includes('needle')) {
        expect(parts?.map(part => part.text).join('')).toBe(text.trim());
        expect(parts?.filter(({ isHit }) => isHit).map(part => part.text)).toContain('needle');
      } else expect(parts).toBeNull();
    }),
  );
});

test('finds a beginning exactly where a word of the text begins so', () => {
  expect(hasBeginning('the warden, a garden', 'gard')).toBe(true);
  expect(hasBeginning('the warden', 'arden')).toBe(false);
  const letters = fc.string({
    unit: fc.constantFrom('a', 'é', 'Σ', 'ß', ' ', ',', '\n', '-', '🌱'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(letters, letters, (text, query) => {
      const [beginning] = wordsIn(query).map(plainWord);
      if (!beginning) return;
      const words = wordsIn(text).map(plainWord);
      expect(hasBeginning(plainWord(text), beginning)).toBe(words.some(word => word.startsWith(beginning)));
    }),
  );
});

test('a word means the same whether it is plain already or not', () => {
  expect(['Réparation', 'REPARATION', 'reparation'].map(plainWord)).toEqual(Array(3).fill('reparation'));
});
