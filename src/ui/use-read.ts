import { useEffect, useState } from 'preact/hooks';

/** What became of reading something from the disk. */
export type Reading<T> =
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly value: T }
  | { readonly is: 'failed' };

/** Reads once, and anew when `of` changes or when it is asked to try again. What comes too late is left out. */
export function useRead<T>(
  read: () => Promise<T>,
  of: readonly unknown[],
): readonly [reading: Reading<T>, tryAgain: () => void] {
  const [reading, setReading] = useState<Reading<T>>({ is: 'reading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const tell = (next: Reading<T>) => isWanted && setReading(next);
    tell({ is: 'reading' });
    read().then(
      value => tell({ is: 'read', value }),
      () => tell({ is: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [...of, round]);
  return [reading, () => setRound(round + 1)];
}
