import * as z from 'zod/mini';
import { daySchema } from './session-event';

/** What a therapist means to do, and when: "When … I will …" (after Gollwitzer). */
const planSchema = z.object({ when: z.string(), will: z.string() });

/** Some behaviours worked on from one day to another, both included, each with its plan if it has one. */
export const focusPeriodSchema = z.object({
  from: daySchema,
  to: daySchema,
  behaviours: z.array(z.string()),
  plans: z.record(z.string(), planSchema),
});

export type FocusPlan = z.infer<typeof planSchema>;
export type FocusPeriod = z.infer<typeof focusPeriodSchema>;

/** Whether the last day of the period is over. Days as `YYYY-MM-DD`. */
export function isOver({ to }: FocusPeriod, today: string): boolean {
  return to < today;
}

/** Whether these are two days, in their order. */
export function isPeriod(from: string, to: string): boolean {
  return [from, to].every(day => daySchema.safeParse(day).success) && from <= to;
}
