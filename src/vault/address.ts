/**
 * Where a sealed value lives. It is bound to the value as additional data, so a box that is copied, moved or swapped
 * between rows, or read under another schema version, does not open. It is not secret: it stands in clear on disk.
 */
export interface Address {
  /** The table, or for what is no row, what it is (`keyring`). */
  readonly table: string;
  /** Opaque and random, or a fixed word. Never a client code, a title or a day. */
  readonly id: string;
  /** Place in an append-only log, from 0; 0 where there is no log. */
  readonly seq: number;
  /** Schema version of the value. */
  readonly version: number;
}

/** Keeps these bytes apart from any other use of the same key. Changing it makes every box unreadable. */
const LABEL = 'sidelight box 1';

const encoder = new TextEncoder();

/**
 * The address as bytes, the same in every browser and for ever. Two different addresses never share an encoding: a
 * JSON array quotes and escapes its strings, so no choice of `table` and `id` can run into each other.
 *
 * @throws RangeError when `seq` or `version` is no whole number ≥ 0, which is a bug in the caller.
 */
export function encodeAddress({ table, id, seq, version }: Address): Uint8Array<ArrayBuffer> {
  for (const number of [seq, version]) {
    // JSON would write NaN and Infinity alike, as null, and -0 as 0.
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError('An address counts from 0.');
  }
  return encoder.encode(JSON.stringify([LABEL, table, id, seq, version]));
}
