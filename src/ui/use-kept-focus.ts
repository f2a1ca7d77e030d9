import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus near where it was: when what had it inside `region` is gone after a press, `fallback` is given it.
 * Else the next Tab would begin at the top of the page.
 */
export function useKeptFocus<R extends HTMLElement, F extends HTMLElement>() {
  const region = useRef<R>(null);
  const fallback = useRef<F>(null);
  const last = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const remember = (event: Event) => {
      last.current = event.target;
    };
    const inside = region.current;
    inside?.addEventListener('focusin', remember);
    return () => inside?.removeEventListener('focusin', remember);
  }, []);
  useLayoutEffect(() => {
    const isGone = last.current instanceof HTMLElement && !last.current.isConnected;
    if (isGone && document.activeElement === document.body) fallback.current?.focus({ preventScroll: true });
  });
  return { region, fallback };
}
