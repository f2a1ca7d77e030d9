/** The day, `YYYY-MM-DD`, so many days after this one; before it where `days` is negative. */
export function dayAfter(day: string, days: number): string {
  // In UTC every day has 24 hours.
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
