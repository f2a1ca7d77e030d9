import * as z from 'zod/mini';
import type { Template } from '../domain/template';
import type { Setting } from './settings';

/** The therapist's own templates, in the order of their names. */
export const TEMPLATES_SETTING: Setting<readonly Template[]> = {
  name: 'templates',
  schema: z.array(z.object({ id: z.string(), name: z.string(), text: z.string() })),
  usual: [],
};
