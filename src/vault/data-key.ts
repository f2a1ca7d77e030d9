import { importAesKey, KEY_BYTES } from './aes-key';
import { decodeBase64 } from './base64';

/**
 * The one key that seals every record. It is random, never derived from a passphrase and never changes, so a new
 * passphrase re-wraps 32 bytes instead of the whole store. Whoever holds it can read everything.
 *
 * It exists in memory only. It leaves memory wrapped in the slots of the keyring, and in no other way.
 */
export interface DataKey {
  /** 32 bytes, for wrapping. Never write them to disk, a log or a message to another page. */
  readonly raw: Uint8Array<ArrayBuffer>;
  /** The same key for `seal` and `open`; Web Crypto will not export it. */
  readonly aes: CryptoKey;
}

/** A new key from the browser's cryptographic randomness. */
export function createDataKey(): Promise<DataKey> {
  return fromRaw(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

/**
 * The key as base64 text, for the browser's session memory (which turns typed arrays and CryptoKeys into `{}`) and for
 * nothing else. This text is the key: who reads it reads everything.
 */
export function exportDataKey(key: DataKey): string {
  return key.raw.toBase64();
}

/** @returns null when the text is not the base64 of exactly 32 bytes. */
export async function importDataKey(text: string): Promise<DataKey | null> {
  const raw = decodeBase64(text, KEY_BYTES);
  return raw ? fromRaw(raw) : null;
}

/** The data key made of these bytes, which it keeps. @throws RangeError unless there are 32. */
export async function fromRaw(raw: Uint8Array<ArrayBuffer>): Promise<DataKey> {
  return { raw, aes: await importAesKey(raw) };
}
