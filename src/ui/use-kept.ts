import { useFollowed } from './use-followed';

/** What is stored of a setting, or what holds instead, and whether it cannot be read. */
export interface Kept<T> {
  readonly value: T;
  readonly isDamaged: boolean;
}

/** A setting as it changes; `usual` until it is known. It is followed anew when `of` changes. */
export function useKept<T>(
  follow: (onValue: (value: T, isDamaged: boolean) => void) => () => void,
  usual: T,
  of: readonly unknown[],
): Kept<T> {
  return useFollowed<Kept<T>>(
    tell => follow((value, isDamaged) => tell({ value, isDamaged })),
    { value: usual, isDamaged: false },
    of,
  );
}
