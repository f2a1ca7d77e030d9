import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Damaged } from '../../src/vault/damaged';
import { createDataKey } from '../../src/vault/data-key';
import { type Address, type Box, open, seal } from '../../src/vault/seal';

const HERE: Address = { table: 'events', id: 'k3', seq: 7, version: 1 };

let key: CryptoKey;
beforeAll(async () => {
  key = (await createDataKey()).aes;
});

const anAddress = fc.record({
  table: fc.string({ unit: 'binary' }),
  id: fc.string({ unit: 'binary' }),
  seq: fc.maxSafeNat(),
  version: fc.maxSafeNat(),
});

describe('what goes in comes out', () => {
  test('any JSON value at any address', async () => {
    await fc.assert(
      fc.asyncProperty(anAddress, fc.jsonValue({ stringUnit: 'binary' }), async (address, value) => {
        // JSON has no -0; everything else has to come back as it went in.
        const expected: unknown = JSON.parse(JSON.stringify(value));
        expect(await open(key, address, await seal(key, address, value))).toEqual(expected);
      }),
    );
  });

  test('text of any UTF-16 code units, lone surrogates included', async () => {
    const anyUnits = fc.array(fc.nat(0xffff), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(anyUnits, async units => {
        const text = String.fromCharCode(...units);
        expect(await open(key, HERE, await seal(key, HERE, text))).toBe(text);
      }),
    );
  });

  test.each(['\ud800', 'a\udfff', '\ufeffmark', '\u2028\u2029', '\0', 'e\u0301', '  trailing   '])(
    'keeps %j exactly',
    async text => {
      expect(await open(key, HERE, await seal(key, HERE, text))).toBe(text);
    },
  );

  test('many sealed at once, of any length around the blocks and far above them', async () => {
    const lengths = [0, 59, 60, 61, 62, 63, 64, 126, 21_843, 21_844, 21_845, 65_533, 65_534, 65_535, 200_000];
    const values = lengths.flatMap(length => ['a', 'é', '漢'].map(letter => letter.repeat(length)));
    const boxes = await Promise.all(values.map((value, seq) => seal(key, { ...HERE, seq }, value)));
    for (const [seq, value] of values.entries()) {
      const box = boxes[seq] as Box;
      const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
      expect(box.length).toBe(12 + Math.ceil(bytes / 64) * 64 + 16);
      expect((await open(key, { ...HERE, seq }, box)) === value, `${lengths[Math.floor(seq / 3)]}`).toBe(
        true,
      );
    }
  });

  test('a note of 200 000 characters with emoji, right-to-left text and HTML', async () => {
    const piece = '👩🏽‍⚕️ שלום \u202eمرحبا\u202c <b onclick="x()">&amp;</b> "\\n\t\r\n ';
    const note = piece.repeat(Math.ceil(200_000 / piece.length)).slice(0, 200_000);
    expect(await open(key, HERE, await seal(key, HERE, { note }))).toEqual({ note });
  });
});

describe('a box', () => {
  test('is nonce, ciphertext and tag of AES-256-GCM, as Web Crypto alone opens it', async () => {
    const box = await seal(key, HERE, { ticked: 'agree-a-goal' });
    const additionalData = new TextEncoder().encode('["sidelight box 1","events","k3",7,1]');
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: box.slice(0, 12), additionalData, tagLength: 128 },
      key,
      box.slice(12),
    );
    expect(new TextDecoder().decode(bytes)).toBe('{"ticked":"agree-a-goal"}'.padEnd(64, ' '));
  });

  test('is as long for every text that fits the same 64 bytes', async () => {
    const lengths = [1, 2, 40, 62, 63, 126].map(async n => (await seal(key, HERE, 'x'.repeat(n))).length);
    const [small, large] = [12 + 64 + 16, 12 + 128 + 16];
    expect(await Promise.all(lengths)).toEqual([small, small, small, small, large, large]);
  });

  test('never has the nonce of another', async () => {
    const boxes = await Promise.all(Array.from({ length: 2000 }, () => seal(key, HERE, 1)));
    expect(new Set(boxes.map(box => box.slice(0, 12).toHex())).size).toBe(2000);
  });
});

describe('refuses as damaged', () => {
  const changes: Record<string, (box: Box) => Box> = {
    'an empty box': () => new Uint8Array(0),
    'a box shorter than nonce and tag': box => box.slice(0, 27),
    'a box of nonce and tag only': box => box.slice(0, 28),
    'a box without its last byte': box => box.slice(0, -1),
    'a box without its first byte': box => box.slice(1),
    'a box with a byte more': box => new Uint8Array([...box, 0]),
    'a box without one block': box => new Uint8Array([...box.slice(0, 12), ...box.slice(76)]),
  };
  test.each(Object.entries(changes))('%s', async (_, change) => {
    const box = await seal(key, HERE, 'x'.repeat(100));
    await expect(open(key, HERE, change(box))).rejects.toThrow(Damaged);
  });

  test('a box with any one bit turned, in nonce, body or tag', async () => {
    const box = await seal(key, HERE, 'x');
    for (let bit = 0; bit < box.length * 8; bit++) {
      const turned = box.slice();
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(open(key, HERE, turned)).rejects.toThrow(Damaged);
    }
  });

  test.each<[string, Partial<Address>]>([
    ['table', { table: 'drafts' }],
    ['id', { id: 'k4' }],
    ['place', { seq: 8 }],
    ['schema version', { version: 2 }],
  ])('a box at another %s', async (_, moved) => {
    const box = await seal(key, HERE, 'x');
    await expect(open(key, { ...HERE, ...moved }, box)).rejects.toThrow(Damaged);
  });

  test('a box at any other address, however its parts are cut', async () => {
    // Few letters, among them the ones that JSON and the label use, so that near misses are common.
    const word = fc.string({ unit: fc.constantFrom('a', '"', ',', '1', '\\', '[', ']'), maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(word, word, word, async (start, middle, end) => {
        fc.pre(middle !== '');
        const box = await seal(key, { ...HERE, table: start + middle, id: end }, 'x');
        const moved = { ...HERE, table: start, id: middle + end };
        await expect(open(key, moved, box)).rejects.toThrow(Damaged);
      }),
      { numRuns: 300 },
    );
  });

  test('a box of another key', async () => {
    const { aes } = await createDataKey();
    await expect(open(aes, HERE, await seal(key, HERE, 'x'))).rejects.toThrow(Damaged);
  });

  test.each([
    ['no JSON', 'secret words{'],
    ['nothing but spaces', '   '],
  ])('contents that are %s, without quoting them', async (_, text) => {
    const error = await openBytes(new TextEncoder().encode(text)).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Damaged);
    expect(error).toMatchObject({ address: HERE, message: 'events/k3#7 (version 1) does not open' });
    expect(error).not.toHaveProperty('cause');
  });

  test('contents that are not UTF-8', async () => {
    await expect(openBytes(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toThrow(Damaged);
  });

  /** Seals raw bytes with Web Crypto alone, as a broken writer might, and opens them with ours. */
  async function openBytes(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
    const iv = new Uint8Array(12);
    const additionalData = new TextEncoder().encode('["sidelight box 1","events","k3",7,1]');
    const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
    return open(key, HERE, new Uint8Array([...iv, ...new Uint8Array(body)]));
  }
});

describe('is a bug, not damage', () => {
  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('an address at %d', async seq => {
    await expect(seal(key, { ...HERE, seq }, 1)).rejects.toThrow(RangeError);
    const box = await seal(key, HERE, 1);
    await expect(open(key, { ...HERE, seq }, box)).rejects.toThrow(RangeError);
  });

  test('a value that JSON cannot write', async () => {
    await expect(seal(key, HERE, undefined)).rejects.toThrow(TypeError);
    await expect(seal(key, HERE, 1n)).rejects.toThrow(TypeError);
  });

  test('a key that may not decrypt', async () => {
    const writeOnly = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt']);
    const box = await seal(writeOnly, HERE, 1);
    await expect(open(writeOnly, HERE, box)).rejects.toThrow(DOMException);
  });
});

test('Web Crypto agrees with case 16 of the GCM specification (McGrew and Viega, AES-256 with additional data)', async () => {
  const hex = Uint8Array.fromHex.bind(Uint8Array);
  const raw = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
  const vectorKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const algorithm = {
    name: 'AES-GCM',
    iv: hex('cafebabefacedbaddecaf888'),
    additionalData: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  };
  const plain = hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
  const sealed = await crypto.subtle.encrypt(algorithm, vectorKey, plain);
  expect(new Uint8Array(sealed).toHex()).toBe(
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  );
});
