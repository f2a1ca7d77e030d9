import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findByShape,
  findCodes,
  type Resolution,
  resolveText,
  seemsForeign,
  sentencesOf,
  withoutOverlaps,
} from '../../src/domain/identifiers';

const shown = (text: string) =>
  findByShape(text).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`);

describe('by its shape is seen', () => {
  it.each([
    ['on 3 March 2026 again', 'date: 3 March 2026'],
    ['since March 3rd, 2026.', 'date: March 3rd, 2026'],
    ['born 1971-12-09', 'date: 1971-12-09'],
    ['DOB 09/12/71', 'date: 09/12/71'],
    ['ref 12-Dec-1971', 'date: 12-Dec-1971'],
    ['a mother, 94 years old', 'age: 94 years old'],
    ['she is 101 now', 'age: 101'],
    ['write to mia.b@post.example', 'email: mia.b@post.example'],
    ['see www.post.example/mia, please', 'address: www.post.example/mia'],
    ['from 192.168.4.17 at night', 'address: 192.168.4.17'],
    ['call +44 7700 900123', 'phone: +44 7700 900123'],
    ['ring 555-0142', 'phone: 555-0142'],
    ['policy HX-4471902-B', 'number: HX-4471902-B'],
    ['file 8820417', 'number: 8820417'],
    ['at 1180 Wexcombe Avenue', 'place: 1180 Wexcombe Avenue'],
  ])('%j', (text, hit) => {
    expect(shown(text)).toEqual([hit]);
  });

  it.each([
    'For 90 minutes we sat.',
    'It is 95 percent shame.',
    'PHQ-9 went from 18 to 11.',
    'She may march on.',
    'At 17 she left, and at 89 he stayed.',
    'In 2008 they moved.',
  ])('nothing in %j', text => {
    expect(shown(text)).toEqual([]);
  });
});

describe('a client code', () => {
  it('is found as a word, whatever its letters look like, and never inside another', () => {
    const text = 'Heron, heron, the herons; K-17 and AK-170.';
    const found = findCodes(text, ['Heron', 'K-17']);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(['Heron', 'heron', 'K-17']);
  });
});

describe('sentences', () => {
  it('hold every character but white space, in order, and none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A', 'b.', ' ', '\n', '! ', 'Dr. ', '?', '…', 'é'), { maxLength: 40 }),
        parts => {
          const text = parts.join('');
          const stretches = sentencesOf(text);
          const told = stretches.map(({ from, to }) => text.slice(from, to)).join('');
          expect(told.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
          for (const [index, { from }] of stretches.entries())
            expect(from).toBeGreaterThanOrEqual(stretches[index - 1]?.to ?? 0);
        },
      ),
    );
  });

  it('end at full stops and lines, not after a title', () => {
    const text = 'Saw Dr. Okafor today. Slept badly\nNext: the move?';
    expect(sentencesOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Saw Dr. Okafor today.',
      'Slept badly',
      'Next: the move?',
    ]);
  });
});

describe('a text with its hits resolved', () => {
  const text = 'Maria met Maria in Leeds.';
  const hits = [
    { from: 0, to: 5, kind: 'name' },
    { from: 10, to: 15, kind: 'name' },
    { from: 19, to: 24, kind: 'place' },
  ] as const;
  it('keeps, masks and rewrites each by itself, and leaves what nobody decided on', () => {
    const resolutions = new Map<number, Resolution>([
      [0, { do: 'mask' }],
      [10, { do: 'rewrite', words: 'a friend' }],
    ]);
    expect(resolveText(text, hits, resolutions, kind => `[${kind}]`)).toBe('[name] met a friend in Leeds.');
  });

  it('has one hit where several overlap: the earlier, and of those that begin together the longer', () => {
    const kind = 'name';
    expect(
      withoutOverlaps([
        { from: 4, to: 6, kind },
        { from: 0, to: 3, kind },
        { from: 0, to: 5, kind },
      ]),
    ).toEqual([{ from: 0, to: 5, kind }]);
  });
});

describe('another language', () => {
  it.each([
    'Sie kam zu spät und sprach dann lange über ihren Bruder in Hamburg.',
    'Elle est arrivée en retard et a parlé de son frère pendant une heure.',
    'Пришла поздно',
    '她今天来晚了',
  ])('is told: %s', text => {
    expect(seemsForeign(text)).toBe(true);
  });

  it.each([
    'She came late and then spoke of her brother for most of the hour.',
    'Slow start. Better end.',
    '',
  ])('is not told of %j', text => {
    expect(seemsForeign(text)).toBe(false);
  });
});
