import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For what goes once its own button was pressed: the heading it stood under is given the focus then, unless something
 * else took it. Else the next Tab would begin at the top of the page.
 */
export function useHeadingAfter<E extends HTMLElement>() {
  const leaving = useRef<E>(null);
  useLayoutEffect(() => {
    const shown = leaving.current;
    if (!shown) return;
    const around: HTMLElement[] = [];
    for (let one = shown.parentElement; one; one = one.parentElement) around.push(one);
    return () => {
      if (!shown.contains(document.activeElement)) return;
      const isBefore = (one: Element) =>
        (shown.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      const before = new Set(headingsIn(around.at(-1)).filter(isBefore));
      // Only after what comes in its place is there, which may bring a heading of its own.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        for (const one of around) {
          const headings = headingsIn(one);
          const heading = headings.findLast(each => before.has(each)) ?? headings[0];
          if (!heading) continue;
          if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
          return heading.focus({ preventScroll: true });
        }
      });
    };
  }, []);
  return leaving;
}

function headingsIn(one: Element | undefined): HTMLElement[] {
  const all = one?.isConnected ? [...one.querySelectorAll<HTMLElement>('h1, h2, h3, h4')] : [];
  return all.filter(heading => heading.checkVisibility());
}
