import { useEffect, useState } from 'preact/hooks';

/**
 * The session's minute, looked at once a second and told when it changes.
 * @param view the window it is seen in: browsers slow down the timers of one that is not in sight.
 */
export function useMinute(live: { minute(): number }, view: Window = window): number {
  const [minute, setMinute] = useState(() => live.minute());
  useEffect(() => {
    setMinute(live.minute());
    const timer = view.setInterval(() => setMinute(live.minute()), 1_000);
    return () => view.clearInterval(timer);
  }, [live, view]);
  return minute;
}
