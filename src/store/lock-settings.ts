import * as z from 'zod/mini';
import { LOCK_AFTER, type LockAfter, USUAL_LOCK_AFTER } from '../vault/auto-lock';
import type { Setting } from './settings';

/** After how many idle minutes the vault locks. */
export const LOCK_AFTER_SETTING: Setting<LockAfter> = {
  name: 'lock-after',
  schema: z.literal([...LOCK_AFTER]),
  usual: USUAL_LOCK_AFTER,
  whenDamaged: 5,
};

/**
 * Whether the desk hides by itself when its tab is left. Not from the start: therapists hop between the call's tab and
 * the desk, and would meet the curtain each time.
 */
export const HIDE_DESK_SETTING: Setting<boolean> = {
  name: 'hide-desk',
  schema: z.boolean(),
  usual: false,
  whenDamaged: true,
};
