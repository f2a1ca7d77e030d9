import { saveBeforeLocking } from './before-locking';

/** Milliseconds for last words to reach the disk; on a disk that is not busy they need twenty. */
const SAVE_WITHIN = 1_000;

/**
 * Empties the page at once and loads it again, since JavaScript cannot wipe its memory. Words still in hand are saved
 * before it loads again, within the bound; with nothing in hand nothing is waited for.
 */
export async function leavePage(root: Element): Promise<void> {
  if (!root.isConnected) return;
  const saved = saveBeforeLocking();
  // The root itself goes: what a late save renders then lands nowhere.
  root.remove();
  await Promise.race([saved, new Promise(resolve => setTimeout(resolve, SAVE_WITHIN))]);
  location.reload();
}
