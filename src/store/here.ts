import * as z from 'zod/mini';
import type { Site } from '../domain/site';
import type { StripPlace } from '../domain/strip-place';
import type { Setting } from './settings';

// What is true of this computer alone; a name with `here.` in front stays out of backups.

const number = z.number();
const box = z.object({ left: number, top: number, width: number, height: number });

/** Where the strip lay on each screen, the latest first. */
export const STRIP_PLACES_SETTING: Setting<readonly StripPlace[]> = {
  name: 'here.strip',
  schema: z.array(z.object({ screen: box, window: box })),
  usual: [],
};

/** Whether the therapist has read where to put the strip and what to share. */
export const STRIP_ADVICE_READ_SETTING: Setting<boolean> = {
  name: 'here.strip-advice-read',
  schema: z.boolean(),
  usual: false,
};

/** The sites on which a call is noticed, as far as the browser still allows it. */
export const SITES_SETTING: Setting<readonly Site[]> = {
  name: 'here.sites',
  schema: z.array(z.object({ host: z.string(), path: z.string() })),
  usual: [],
};

/** Whether keys without Ctrl or Alt act. Someone who dictates, or whose hands stray, may want none. */
export const SINGLE_KEYS_SETTING: Setting<boolean> = {
  name: 'here.single-keys',
  schema: z.boolean(),
  usual: true,
  whenDamaged: false,
};
