import * as z from 'zod/mini';
import { daySchema } from './session-event';

/** What the activity log can tell. Never with whom or with what. */
export const ACTIVITY_KINDS = [
  'unlocked',
  'recovered',
  'exported',
  'backed-up',
  'restored',
  'erased',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** One line of the activity log: the calendar day and what was done. */
export const activitySchema = z.object({ day: daySchema, kind: z.enum(ACTIVITY_KINDS) });
export type Activity = z.infer<typeof activitySchema>;

/** What happened on one day, each kind with how often. */
export interface ActivityDay {
  readonly day: string;
  readonly done: readonly { readonly kind: ActivityKind; readonly times: number }[];
}

/** The log by day, newest first. Within a day the order is not known, so each kind is told once, with its number. */
export function layActivity(log: readonly Activity[]): readonly ActivityDay[] {
  const days = [...new Set(log.map(({ day }) => day))].sort().reverse();
  return days.map(day => {
    const kinds = log.filter(one => one.day === day).map(({ kind }) => kind);
    const done = ACTIVITY_KINDS.map(kind => ({ kind, times: kinds.filter(one => one === kind).length }));
    return { day, done: done.filter(({ times }) => times > 0) };
  });
}
