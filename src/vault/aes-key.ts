/** Every key of the vault is 256 bits long. */
export const KEY_BYTES = 32;

/**
 * Makes 32 bytes usable for sealing and opening. What comes back cannot be exported again, by us or by anything else
 * running in the page; it says nothing about copies of `raw`.
 */
export function importAesKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  // Web Crypto would quietly make a weaker AES key of 16 or 24 bytes.
  if (raw.byteLength !== KEY_BYTES) throw new RangeError('A key has 32 bytes.');
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
