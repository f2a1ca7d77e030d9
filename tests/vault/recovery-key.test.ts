import { identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIntact } from '../../src/vault/bech32';
import { checkRecoveryKey, createRecoveryKey, isRecipient } from '../../src/vault/recovery-key';
import { FROZEN } from './frozen-vault';

const KEY = FROZEN.identity;
/** Where the data begins, after AGE-SECRET-KEY-1. */
const START = 16;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

describe('a new recovery key', () => {
  test('is an age identity with its recipient', async () => {
    const { identity, recipient } = await createRecoveryKey();
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
    expect(checkRecoveryKey(identity)).toEqual({ ok: true, identity });
    expect(await identityToRecipient(identity)).toBe(recipient);
    expect(isRecipient(recipient)).toBe(true);
  });

  test('is another every time', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, createRecoveryKey));
    expect(new Set(keys.map(({ identity }) => identity)).size).toBe(20);
    for (const { identity } of keys) expect(checkRecoveryKey(identity).ok).toBe(true);
  });
});

describe('a typed key is forgiven', () => {
  test.each([
    ['as the age tool printed it', KEY],
    ['lower case', KEY.toLowerCase()],
    ['mixed case', KEY.slice(0, 30) + KEY.slice(30).toLowerCase()],
    ['groups of four', KEY.replace(/.{4}/g, '$& ')],
    ['line breaks and tabs', `\n ${KEY.slice(0, 40)}\r\n\t${KEY.slice(40)}\n`],
    ['no-break and zero-width spaces', `\ufeff${KEY.slice(0, 40)}\u00a0\u200b${KEY.slice(40)}`],
    ['the dashes of a word processor', KEY.replaceAll('-', '\u2013')],
    ['the hyphens of a typesetter', KEY.replaceAll('-', '\u2011')],
  ])('%s', (_, text) => {
    expect(checkRecoveryKey(text)).toEqual({ ok: true, identity: KEY });
  });
});

describe('a typed key is refused', () => {
  test('with any one character wrong, and the place is told', () => {
    for (let at = 0; at < KEY.length; at++) {
      for (const wrong of LETTERS.replace(KEY.charAt(at), '')) {
        const check = checkRecoveryKey(KEY.slice(0, at) + wrong + KEY.slice(at + 1));
        if (at < START) expect(check).toEqual({ ok: false, problem: 'not-a-key' });
        else if ('BIO1'.includes(wrong)) expect(check).toEqual({ ok: false, problem: 'character', at });
        else expect(check).toEqual({ ok: false, problem: 'checksum', at });
      }
    }
  });

  test('with any one character missing, doubled, or swapped with the next', () => {
    for (let at = START; at < KEY.length; at++) {
      const [before, here, after] = [KEY.slice(0, at), KEY.charAt(at), KEY.slice(at + 1)];
      expect(checkRecoveryKey(before + after)).toEqual({ ok: false, problem: 'length' });
      expect(checkRecoveryKey(before + here + here + after)).toEqual({ ok: false, problem: 'length' });
      if (after !== '' && after.charAt(0) !== here) {
        const swapped = before + after.charAt(0) + here + after.slice(1);
        expect(checkRecoveryKey(swapped)).toEqual({ ok: false, problem: 'checksum' });
      }
    }
  });

  test('with two to four characters wrong', () => {
    const slip = fc.record({
      at: fc.integer({ min: START, max: KEY.length - 1 }),
      wrong: fc.constantFrom(...LETTERS),
    });
    const slips = fc.uniqueArray(slip, { minLength: 2, maxLength: 4, selector: ({ at }) => at });
    fc.assert(
      fc.property(slips, wrongs => {
        const typed = Array.from(KEY);
        for (const { at, wrong } of wrongs) typed[at] = wrong;
        fc.pre(typed.join('') !== KEY);
        expect(checkRecoveryKey(typed.join('')).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('and the place counts in the text as typed, spaces included', () => {
    const spaced = KEY.toLowerCase().replace(/.{4}/g, '$& ');
    const at = spaced.lastIndexOf('p');
    expect(checkRecoveryKey(`${spaced.slice(0, at)}q${spaced.slice(at + 1)}`)).toEqual({
      ok: false,
      problem: 'checksum',
      at,
    });
    expect(checkRecoveryKey(`${spaced.slice(0, at)}b${spaced.slice(at + 1)}`)).toMatchObject({
      problem: 'character',
      at,
    });
  });

  test.each([
    ['nothing', ''],
    ['its public half', FROZEN.recipient],
    ['words', 'correct horse battery staple'],
    ['a post-quantum age key', 'AGE-SECRET-KEY-PQ-1QQQQ'],
    ['a Kelvin sign for the K', KEY.replace('K', '\u212a')],
  ])('when it is %s', (_, text) => {
    expect(checkRecoveryKey(text)).toEqual({ ok: false, problem: 'not-a-key' });
  });

  test('when age would refuse it for the bits after its 256', async () => {
    const [clean, stray] = [
      'AGE-SECRET-KEY-1Q8W4UR23CLXD5MZFSH79VN6PG0KAYTJEQ8W4UR23CLXD5MZFSH7SSKRJYS',
      'AGE-SECRET-KEY-1Q8W4UR23CLXD5MZFSH79VN6PG0KAYTJEQ8W4UR23CLXD5MZFSH73DQH8EZ',
    ];
    expect(checkRecoveryKey(clean)).toEqual({ ok: true, identity: clean });
    expect(isIntact('age-secret-key-', stray.slice(START).toLowerCase())).toBe(true);
    expect(checkRecoveryKey(stray)).toEqual({ ok: false, problem: 'checksum' });
    await expect(identityToRecipient(stray)).rejects.toThrow(Error);
  });

  test('or accepted, exactly as age does', async () => {
    const scalar = fc.uint8Array({ minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(scalar, async offsets => {
        const typed = Array.from(KEY);
        for (const offset of offsets) typed[START + (offset % 58)] = LETTERS.charAt(offset % 36);
        const text = typed.join('');
        const accepted = await identityToRecipient(text).then(
          () => true,
          () => false,
        );
        expect(checkRecoveryKey(text).ok).toBe(accepted);
      }),
    );
  });
});

test('a recipient with one character wrong is none', () => {
  const { recipient } = FROZEN;
  expect(isRecipient(recipient)).toBe(true);
  expect(isRecipient(recipient.toUpperCase())).toBe(false);
  for (let at = 4; at < recipient.length; at++) {
    const wrong = recipient.charAt(at) === 'q' ? 'p' : 'q';
    expect(isRecipient(recipient.slice(0, at) + wrong + recipient.slice(at + 1))).toBe(false);
  }
});
