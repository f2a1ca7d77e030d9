import { useEffect, useState } from 'preact/hooks';

/** The session's minute, looked at once a second and told when it changes. */
export function useMinute(live: { minute(): number }): number {
  const [minute, setMinute] = useState(() => live.minute());
  useEffect(() => {
    setMinute(live.minute());
    const timer = setInterval(() => setMinute(live.minute()), 1_000);
    return () => clearInterval(timer);
  }, [live]);
  return minute;
}
