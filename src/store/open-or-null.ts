import { Damaged } from '../vault/damaged';
import type { Box } from '../vault/seal';
import { type OpenVault, openAt, type Place } from './open-vault';

/**
 * Opens a box where damage is to be told and not to stop anything. A box that is no bytes at all, and a place that
 * cannot be one, are damage as well.
 * @returns null when it does not open; else what was sealed, which may itself be null.
 */
export async function openOrNull(
  vault: Pick<OpenVault, 'key'>,
  place: Place,
  box: Box,
): Promise<{ readonly content: unknown } | null> {
  try {
    return { content: await openAt(vault, place, box) };
  } catch (error) {
    if (error instanceof Damaged || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
