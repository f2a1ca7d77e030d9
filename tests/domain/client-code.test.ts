import { describe, expect, test } from 'vitest';
import { type CodeWorry, worryAbout } from '../../src/domain/client-code';

describe('leaves a pseudonym in peace', () => {
  test.each([
    'Heron',
    'heron',
    'K-17',
    'blue door 3',
    'C2024-07',
    '2024-07',
    'A',
    '',
    'tall pine',
    'Otter 12',
    'X9F-22B',
    '17',
    '100234',
    'north by 3',
    'green/14',
    'Tuesday, 4 pm',
    'cup of tea',
    '🦊 7',
    'Zone 5 level 12',
    'R2-D2',
    'no client',
  ])('%j', code => {
    expect(worryAbout(code)).toBeNull();
  });
});

describe('worries about', () => {
  test.each<[CodeWorry, string]>([
    ['email', 'anna@example.org'],
    ['email', 'a.b+c@sub.example.co.uk'],
    ['email', 'Anna <anna@example.org>'],
    ['name', 'Anna Smith'],
    ['name', ' Anna  Smith '],
    ['name', 'Smith, Anna'],
    ['name', 'Smith, A.'],
    ['name', 'Anna B. Smith'],
    ['name', 'José García'],
    ['name', 'Anna-Maria Lopez'],
    ['name', 'Ludwig van Dijk'],
    ['name', 'Leonardo da Costa'],
    ['name', 'Mrs Smith'],
    ['name', 'Ольга Петрова'],
    ['phone', '5551234'],
    ['phone', '555 123 4567'],
    ['phone', '(555) 123-4567'],
    ['phone', '+15551234567'],
    ['phone', '020 7946 0958'],
    ['phone', '07700 900123'],
    ['phone', 'call 5551234567'],
    ['date', '01/02/1990'],
    ['date', '1.2.1990'],
    ['date', '1-2-90'],
    ['date', '01 02 1990'],
    ['date', '1990-02-01'],
    ['date', '1990/2/1'],
    ['date', '19900201'],
    ['date', 'H 1990-02-01'],
    ['date', '3 March 1990'],
    ['date', '3rd Mar 1990'],
    ['date', 'March 3, 1990'],
    ['date', 'Heron 3.4.85'],
  ])('a likely %s: %j', (worry, code) => {
    expect(worryAbout(code)).toBe(worry);
  });

  // Numbers said in pairs look like days; the word shown would be the wrong one.
  test.each<[CodeWorry, string]>([
    ['phone', '+44 20 7946 0958'],
    ['phone', '06 12 34 56 78'],
    ['phone', '06.12.34.56.78'],
  ])('a likely %s and not a date: %j', (worry, code) => {
    expect(worryAbout(code)).toBe(worry);
  });

  test.each<[CodeWorry, string]>([
    ['date', '3. März 1990'],
    ['date', '3-Mar-1990'],
    ['date', '1990 March 3'],
    ['name', 'ANNA SMITH'],
    ['name', "Pat O'Brien"],
    ['name', 'Dr. Smith'],
    ['name', 'J. Smith'],
    ['name', 'Ronald McDonald'],
  ])('a likely %s in a common other form: %j', (worry, code) => {
    expect(worryAbout(code)).toBe(worry);
  });
});

// Written down so that nobody counts on them: with its words a form cannot tell these.
describe('cannot tell', () => {
  test.each(['anna smith', 'Anna', 'J.S.', 'JS', '010290', '王小明', 'born 1990'])(
    '%j from a pseudonym',
    code => {
      expect(worryAbout(code)).toBeNull();
    },
  );

  test.each<[CodeWorry, string]>([
    ['name', 'Blue Heron'],
    ['name', 'Otter La'],
    ['phone', 'case 1002345'],
    ['date', 'Room 12 2024'],
  ])('from a %s the pseudonym %j', (worry, code) => {
    expect(worryAbout(code)).toBe(worry);
  });
});

test.each(['a', '1', '1 ', 'A', 'Aa ', "Aa'", 'a@', 'a@a.', '1/', ' '])(
  'answers at once for %j, a thousand times pasted',
  piece => {
    const before = performance.now();
    worryAbout(piece.repeat(1_000));
    expect(performance.now() - before).toBeLessThan(250);
  },
);
