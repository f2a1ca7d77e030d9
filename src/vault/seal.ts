import { type Address, encodeAddress } from './address';
import { Damaged } from './damaged';

export type { Address } from './address';

/** A 12-byte nonce, then the AES-256-GCM ciphertext, then its 16-byte tag. All of it may lie on disk. */
export type Box = Uint8Array<ArrayBuffer>;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BLOCK_BYTES = 64;
/** The most bytes that UTF-8 takes for one UTF-16 unit. */
const UNIT_BYTES = 3;
const SPACE = 0x20;

// Made once: thousands of boxes are opened on unlocking, and making these costs more than using them.
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// Used for one box after the other: a restore seals tens of thousands, and buffers of their own would fill the memory.
const workspace = new Uint8Array(1024 * BLOCK_BYTES);

/**
 * Seals a value for one address. Only `open` with the same key and the same address gives it back.
 *
 * The value is what JSON makes of it (no `undefined`, no dates, no -0). Text survives exactly, lone surrogates included:
 * JSON escapes those, so UTF-8 never has to replace them.
 *
 * The box's length tells the length of the JSON in UTF-8, rounded up to 64 bytes, and nothing finer.
 *
 * The nonce is fresh and random. A key may seal 2³² boxes before two sharing a nonce become likelier than 2⁻³²
 * (NIST SP 800-38D, 8.3); a lifetime of sessions stays below a thousandth of that.
 *
 * @throws TypeError when JSON has no text for the value (undefined, a function, a cycle, a bigint), which is a bug.
 */
export async function seal(key: CryptoKey, address: Address, value: unknown): Promise<Box> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const parameters = algorithm(nonce, address);
  const plain = encodeValue(value);
  const sealing = crypto.subtle.encrypt(parameters, key, plain);
  // Web Crypto has copied the bytes before it returns, so they can go, and the next box take their place.
  plain.fill(0);
  const body = await sealing;
  const box = new Uint8Array(NONCE_BYTES + body.byteLength);
  box.set(nonce);
  box.set(new Uint8Array(body), NONCE_BYTES);
  return box;
}

/**
 * Opens what `seal` sealed.
 *
 * @throws Damaged when the key or the address is another, when a single bit of the box changed, when it was cut short or
 *   grew, or when the contents are no JSON. Nothing of the contents is handed out in any of these cases.
 */
export async function open(key: CryptoKey, address: Address, box: Box): Promise<unknown> {
  if (box.byteLength < NONCE_BYTES + TAG_BYTES) throw new Damaged(address);
  // Made before the `try`: a malformed address is the caller's bug and must not pass for damage.
  const parameters = algorithm(box.subarray(0, NONCE_BYTES), address);
  try {
    const bytes = await crypto.subtle.decrypt(parameters, key, box.subarray(NONCE_BYTES));
    return decodeValue(bytes);
  } catch (cause) {
    // OperationError: the tag does not fit. TypeError: not UTF-8. SyntaxError: not JSON. A JSON error quotes the text
    // it stumbled over, so none of them goes along as the cause.
    if (isOperationError(cause) || cause instanceof TypeError || cause instanceof SyntaxError) {
      throw new Damaged(address);
    }
    throw cause;
  }
}

/** What tells one sealing from another, for comparing only: the same nonce means the same box. */
export function nonceOf(box: Box): string {
  // A short text takes a tenth of the memory that so many small buffers would.
  return String.fromCharCode(...box.subarray(0, NONCE_BYTES));
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, address: Address): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: encodeAddress(address), tagLength: TAG_BYTES * 8 };
}

function encodeValue(value: unknown): Uint8Array<ArrayBuffer> {
  // Typed as string, yet undefined for undefined and for functions.
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('Only what JSON can write can be sealed.');
  const most = Math.ceil((text.length * UNIT_BYTES) / BLOCK_BYTES) * BLOCK_BYTES;
  const room = most <= workspace.length ? workspace : new Uint8Array(most);
  const { written } = encoder.encodeInto(text, room);
  // JSON ignores white space at its end, so the padding needs no length field and no removal.
  const padded = room.subarray(0, Math.ceil(written / BLOCK_BYTES) * BLOCK_BYTES);
  padded.fill(SPACE, written);
  return padded;
}

function decodeValue(bytes: ArrayBuffer): unknown {
  return JSON.parse(decoder.decode(bytes));
}

function isOperationError(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'OperationError';
}
