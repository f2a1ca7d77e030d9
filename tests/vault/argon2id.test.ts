import { describe, expect, test } from 'vitest';
import { createParameters, DEFAULT, derive, parametersSchema } from '../../src/vault/argon2id';
import { cheapParameters } from './cheap-parameters';

const SOMESALT = new TextEncoder().encode('somesalt').toBase64();
const DIFFSALT = new TextEncoder().encode('diffsalt').toBase64();

/**
 * From src/test.c of the reference implementation (P-H-C/phc-winner-argon2), Argon2id, version 0x13. The vector of
 * RFC 9106 §5.3 uses associated data, which neither we nor the library have.
 */
describe('derive agrees with the reference implementation', () => {
  test.each([
    [2, 65536, 1, 'password', SOMESALT, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [1, 65536, 1, 'password', SOMESALT, 'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98'],
    [4, 65536, 1, 'password', SOMESALT, '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c'],
    [2, 256, 1, 'password', SOMESALT, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [2, 256, 2, 'password', SOMESALT, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
    [
      2,
      65536,
      1,
      'differentpassword',
      SOMESALT,
      '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde',
    ],
    [2, 65536, 1, 'password', DIFFSALT, 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
  ])(
    'with %d passes, %d KiB and %d lanes over %s',
    async (passes, memoryKiB, lanes, passphrase, salt, tag) => {
      expect((await derive(passphrase, { memoryKiB, passes, lanes, salt })).toHex()).toBe(tag);
    },
  );
});

describe('a passphrase', () => {
  test.each([
    ['é composed and decomposed', 'caf\u00e9 au lait', 'cafe\u0301 au lait'],
    ['Hangul composed and decomposed', '\uac00\uac01', '\u1100\u1161\u1100\u1161\u11a8'],
    ['full-width and plain letters', '\uff41\uff42\uff43', 'abc'],
    ['the ligature and the letters', 'ﬁnd', 'find'],
    ['the no-break space and the space', 'two\u00a0words', 'two words'],
  ])('is the same with %s', async (_, one, other) => {
    const parameters = cheapParameters();
    expect(await derive(one, parameters)).toEqual(await derive(other, parameters));
  });

  test.each([
    ['a capital', 'Two words'],
    ['a space at its end', 'two words '],
    ['a missing accent', 'two wörds'],
  ])('is another with %s', async (_, other) => {
    const parameters = cheapParameters();
    expect(await derive(other, parameters)).not.toEqual(await derive('two words', parameters));
  });

  test('may be long', async () => {
    expect(await derive('🌱'.repeat(20_000), cheapParameters())).toHaveLength(32);
  });

  test('may not be empty', async () => {
    await expect(derive('', cheapParameters())).rejects.toThrow(RangeError);
  });
});

test('leaves the page responsive while it derives', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  await derive('two words', createParameters());
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

test('says so when the worker cannot have the memory', async () => {
  await expect(derive('two words', { ...cheapParameters(), memoryKiB: 64 * 1024 * 1024 })).rejects.toThrow(
    Error,
  );
});

describe('parameters', () => {
  test('are the default costs with a salt of their own', () => {
    const [one, other] = [createParameters(), createParameters()];
    expect(one).toMatchObject(DEFAULT);
    expect(DEFAULT).toEqual({ memoryKiB: 65536, passes: 3, lanes: 1 });
    expect(one.salt).not.toBe(other.salt);
    expect(parametersSchema.safeParse(one).success).toBe(true);
  });

  test.each([
    { memoryKiB: 8 * 1024 - 1 },
    { memoryKiB: 1024 * 1024 + 1 },
    { memoryKiB: 64 * 1024 * 1024 },
    { memoryKiB: 65536.5 },
    { memoryKiB: '65536' },
    { passes: 0 },
    { passes: 21 },
    { lanes: 0 },
    { lanes: 9 },
    { salt: '' },
    { salt: 'not base64!' },
    { salt: new Uint8Array(15).toBase64() },
    { salt: new Uint8Array(65).toBase64() },
    { secret: 'x' },
  ])('are refused with %j', change => {
    expect(parametersSchema.safeParse({ ...createParameters(), ...change }).success).toBe(false);
  });
});
