import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What lies below the first picture: made once that one is painted, so that it does not wait for all of them. */
export function AfterPaint({ children }: { children: () => ComponentChildren }) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return isPainted ? children() : null;
}
