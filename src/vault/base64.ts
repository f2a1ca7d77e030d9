/**
 * The bytes of a base64 text (RFC 4648 §4, padded, no stray bits at the end).
 *
 * @returns null when it is no such text, or does not hold between `least` and `most` bytes.
 */
export function decodeBase64(text: string, least: number, most = least): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
    return bytes.length >= least && bytes.length <= most ? bytes : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
