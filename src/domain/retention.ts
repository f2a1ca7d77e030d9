/** Years a retention is usually set to. Which of them holds where is for the therapist to know, not for us. */
export const USUAL_YEARS = [5, 7, 10] as const;

/**
 * The day, `YYYY-MM-DD`, from which erasing is proposed: so many years after the last session. What would fall on a
 * 29 February that does not exist falls on 1 March, never earlier than the full years.
 */
export function retentionDay(lastDay: string, years: number): string {
  const [year = 0, month = 1, day = 1] = lastDay.split('-').map(Number);
  // In UTC every day exists once, whatever the computer's clocks do in spring.
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}

/** Whether the day has come. Both are calendar days, `YYYY-MM-DD`, which sort as they follow each other. */
export function hasCome(day: string, today: string): boolean {
  return day <= today;
}
