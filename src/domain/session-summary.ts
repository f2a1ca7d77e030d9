import * as z from 'zod/mini';
import type { Session } from './session';
import { daySchema } from './session-event';

/** What a list needs to know of a session. Kept sealed beside the log so that lists never replay it. */
export const sessionSummarySchema = z.object({
  day: daySchema,
  client: z.nullable(z.string()),
  checklist: z.object({ id: z.string(), version: z.number() }),
  state: z.enum(['live', 'to-review']),
  /** Minutes from start to end; 0 while the session is live. */
  minutes: z.number(),
});

export type SessionSummary = z.infer<typeof sessionSummarySchema>;

/** The session as its list shows it; `minutes` is 0 until it has ended. */
export function summarise({ day, client, checklist, ended }: Session): SessionSummary {
  return { day, client, checklist, state: ended === null ? 'live' : 'to-review', minutes: ended ?? 0 };
}
