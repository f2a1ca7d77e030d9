import type { Address } from './address';

/**
 * Thrown when something sealed does not open, or opens to what nobody sealed: wrong key, changed bytes, another
 * address, or bad contents. Which of these it was is not told, and often cannot be.
 *
 * It says where, never what: the message and the fields hold the address alone, no key, no plaintext and no ciphertext,
 * so it may be shown and logged on this machine.
 */
export class Damaged extends Error {
  override readonly name = 'Damaged';

  constructor(readonly address: Address) {
    super(`${address.table}/${address.id}#${address.seq} (version ${address.version}) does not open`);
  }
}
