import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus near where it was: when what had it inside `region` is gone, after a press or because its list was
 * replaced, what stands for it now (the same `data-control`) is given it, else `fallback`. Else the next Tab would begin at
 * the top of the page.
 */
export function useKeptFocus<R extends HTMLElement, F extends HTMLElement>() {
  const region = useRef<R>(null);
  const fallback = useRef<F>(null);
  const last = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const remember = (event: Event) => {
      last.current = event.target as HTMLElement;
    };
    // Told before the next one is remembered. What goes with its list is left for nothing.
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) last.current = null;
    };
    const inside = region.current;
    inside?.addEventListener('focusin', remember);
    inside?.addEventListener('focusout', forget);
    return () => {
      inside?.removeEventListener('focusin', remember);
      inside?.removeEventListener('focusout', forget);
    };
  }, []);
  useLayoutEffect(() => {
    // Not the script's own document: the strip may float in a window of its own.
    const page = region.current?.ownerDocument;
    if (!last.current || last.current.isConnected || page?.activeElement !== page?.body) return;
    const { control } = last.current.dataset;
    const instead =
      control && region.current?.querySelector<HTMLElement>(`[data-control="${CSS.escape(control)}"]`);
    (instead || fallback.current)?.focus({ preventScroll: true });
  });
  return { region, fallback };
}
