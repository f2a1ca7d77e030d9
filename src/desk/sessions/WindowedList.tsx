import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn beyond the window on either side, so that neither scrolling nor Tab outruns the drawing. */
const MARGIN = 12;
/** The first rows, drawn before the list was measured and while it is still far below the window. */
const AT_FIRST = 24;

interface WindowedListProps<T> {
  label: string;
  rows: readonly T[];
  keyOf: (row: T) => string;
  children: (row: T) => ComponentChildren;
}

/**
 * A list of which only the rows in sight are drawn, so that ten thousand cost what thirty do. All rows are equally high, as
 * the stylesheet has them. The row with the focus stays drawn. Arrow keys, Home and End move from row to row.
 */
export function WindowedList<T>({ label, rows, keyOf, children }: WindowedListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [span, setSpan] = useState({ from: 0, to: AT_FIRST });
  const [focused, setFocused] = useState<number | null>(null);
  const wanted = useRef<number | null>(null);

  const measure = () => {
    const box = list.current?.getBoundingClientRect();
    const height = rowHeight(list.current);
    if (!box || height === 0) return;
    const from = Math.max(0, Math.floor(-box.top / height) - MARGIN);
    const to = Math.max(Math.ceil((innerHeight - box.top) / height) + MARGIN, from === 0 ? AT_FIRST : 0);
    setSpan(old => (old.from === from && old.to === to ? old : { from, to }));
  };
  useLayoutEffect(() => {
    measure();
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', measure);
      removeEventListener('resize', measure);
    };
  }, [rows.length]);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[aria-posinset="${wanted.current + 1}"] a`);
    wanted.current = null;
    row?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (focused === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const last = rows.length - 1;
    const to = { ArrowDown: focused + 1, ArrowUp: focused - 1, Home: 0, End: last }[event.key];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    wanted.current = to;
    setFocused(to);
  };
  // One at least, however far the list lies out of sight: without a row nothing tells how high rows are.
  const from = Math.min(span.from, Math.max(0, rows.length - 1));
  const shown = rows.slice(from, Math.max(span.to, from + 1)).map((_, index) => from + index);
  if (focused !== null && focused < rows.length && !shown.includes(focused)) shown.push(focused);
  shown.sort((one, other) => one - other);

  return (
    <ul
      class="plain sessions windowed"
      aria-label={label}
      ref={list}
      style={{ '--rows': rows.length }}
      onKeyDown={onKeyDown}
      onFocusOut={() => setFocused(null)}
    >
      {shown.map(index => {
        const row = rows[index] as T;
        return (
          <li
            key={keyOf(row)}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ '--at': index }}
            onFocusIn={() => setFocused(index)}
          >
            {children(row)}
          </li>
        );
      })}
    </ul>
  );
}

function rowHeight(list: HTMLElement | null): number {
  return list?.querySelector('li')?.getBoundingClientRect().height ?? 0;
}
