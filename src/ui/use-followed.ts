import { useLayoutEffect, useState } from 'preact/hooks';

/** What `follow` tells, as it changes; `initial` until it has told anything. It is followed anew when `of` changes. */
export function useFollowed<T>(
  follow: (onValue: (value: T) => void) => () => void,
  initial: T,
  of: readonly unknown[],
): T {
  const [value, setValue] = useState(initial);
  useLayoutEffect(() => follow(setValue), [...of]);
  return value;
}
