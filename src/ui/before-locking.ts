import { useEffect } from 'preact/hooks';

/** What has words in hand that are not on the disk yet. */
const savers = new Set<() => Promise<unknown>>();

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
