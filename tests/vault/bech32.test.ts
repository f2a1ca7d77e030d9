import { expect, test } from 'vitest';
import { ALPHABET, findMistake, isIntact } from '../../src/vault/bech32';

/** The valid and some invalid strings of BIP 173, "Test vectors", in lower case. */
test.each([
  'a12uel5l',
  'an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs',
  'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
  '11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j',
  'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
  '?1ezyfcl',
])('%s is intact', text => {
  expect(isIntact(...split(text))).toBe(true);
});

test.each(['a1g7sgd8', 'x1b4n0q5v', 'split1cheo2y9e2w', 'a12uel5m'])('%s is not intact', text => {
  expect(isIntact(...split(text))).toBe(false);
});

test('the one wrong character is found wherever it is', () => {
  const [prefix, data] = split('abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw');
  for (let at = 0; at < data.length; at++) {
    for (const wrong of ALPHABET.replace(data.charAt(at), '')) {
      expect(findMistake(prefix, data.slice(0, at) + wrong + data.slice(at + 1))).toBe(at);
    }
  }
});

test('no character is blamed for two that changed places', () => {
  const [prefix, data] = split('abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw');
  expect(findMistake(prefix, `${data[1]}${data[0]}${data.slice(2)}`)).toBeNull();
});

function split(text: string): [prefix: string, data: string] {
  const at = text.lastIndexOf('1');
  return [text.slice(0, at), text.slice(at + 1)];
}
