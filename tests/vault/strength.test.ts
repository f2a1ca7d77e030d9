import { expect, test } from 'vitest';
import { measureStrength } from '../../src/vault/strength';

test.each([
  ['', 'too-short'],
  ['xK9#mQ2$v', 'too-short'],
  // Ten UTF-16 units, five characters.
  ['🌱🌿🌳🌲🌵', 'too-short'],
  ['password123', 'weak'],
  ['qwertyuiop', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['1234567890', 'weak'],
  ['Summer2024!', 'weak'],
  ['therapist2023', 'weak'],
  ['plum anchor', 'weak'],
  ['I love my dog', 'fair'],
  ['correct otter lamp', 'strong'],
  // A known weakness: it knows no quotations. Without the words run together this would be very-strong.
  ['to be or not to be', 'strong'],
  ['zK8#qPw2Lxv7', 'strong'],
  ['plum anchor violet sonata', 'very-strong'],
  ['correct otter lamp seven quilt bracket', 'very-strong'],
])('%j is %s', async (passphrase, strength) => {
  expect(await measureStrength(passphrase)).toBe(strength);
});

test('a passphrase is as strong in full-width letters as in plain ones', async () => {
  expect(await measureStrength('\uff50\uff41\uff53\uff53word123')).toBe('weak');
});

test('a page of text does not hold the page up', async () => {
  await measureStrength('load the lists first');
  const start = performance.now();
  expect(await measureStrength('the quick brown fox jumps over the lazy dog '.repeat(200))).toBe(
    'very-strong',
  );
  expect(performance.now() - start).toBeLessThan(1000);
});
