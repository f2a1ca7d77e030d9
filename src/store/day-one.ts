import * as z from 'zod/mini';
import type { Setting } from './settings';

/** Whether the day-one card was put away in this vault. */
export const DAY_ONE_SETTING: Setting<boolean> = {
  name: 'day-one-put-away',
  schema: z.boolean(),
  usual: false,
};
