/** What opens an age file, as its header tells. `other` is a lock of age that Sidelight has no key for. */
export type AgeHeader = { readonly needs: 'passphrase' | 'recovery-key' | 'other' };

/** A header is at the beginning of the file and never longer than this in bytes; ours have below 500. */
export const MOST_HEADER_BYTES = 16 * 1024;

/** scrypt's N as a power of two: 20 means 1 GiB and several seconds, and the age library goes no further. */
const MOST_WORK = 20;

/**
 * Reads the header of an age file without opening anything; it is public and vouches for nothing. Loads nothing.
 *
 * @param start the first `MOST_HEADER_BYTES` of the file, or all of a shorter one.
 * @returns null when this is no age file in binary form, its header is cut short or too long, or it asks for more work
 *   than a browser can do.
 */
export function readAgeHeader(start: Uint8Array): AgeHeader | null {
  const text = new TextDecoder('latin1').decode(start.subarray(0, MOST_HEADER_BYTES));
  const end = text.indexOf('\n--- ');
  if (end < 0 || text.indexOf('\n', end + 1) < 0) return null;
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (first !== 'age-encryption.org/v1') return null;
  const stanzas = lines.filter(line => line.startsWith('-> ')).map(line => line.slice(3).split(' '));
  if (stanzas.some(([kind]) => kind === 'scrypt')) {
    const work = stanzas[0]?.[2] ?? '';
    return stanzas.length === 1 && /^[1-9]\d?$/.test(work) && Number(work) <= MOST_WORK
      ? { needs: 'passphrase' }
      : null;
  }
  return { needs: stanzas.some(([kind]) => kind === 'X25519') ? 'recovery-key' : 'other' };
}
