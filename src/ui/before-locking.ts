import { useEffect } from 'preact/hooks';

/** What has something in hand when the page locks: words that are not on the disk yet, or memory to be let go of. */
const savers = new Set<() => Promise<unknown>>();

/** Has `act` done before the page locks, as long as the page lives. It must not reject, and is given little time. */
export function beforeLocking(act: () => Promise<unknown>): void {
  savers.add(act);
}

/** Saves what this component has in hand when the vault locks. `save` must not reject, and is given little time. */
export function useBeforeLocking(save: () => Promise<unknown>): void {
  useEffect(() => {
    savers.add(save);
    return () => void savers.delete(save);
  });
}

/** Saves what every component has in hand. Starts all of it at once. */
export async function saveBeforeLocking(): Promise<void> {
  await Promise.allSettled([...savers].map(save => save()));
}
