const page = crypto.randomUUID();

/** The page's two clocks, in milliseconds, with a random name for the page whose `mono` it is. */
export function readClocks() {
  return { wall: Date.now(), mono: performance.now(), page };
}

/** The calendar day by the therapist's own clock, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
