import { useEffect, useState } from 'preact/hooks';

/** What tells how long the vault stays open. */
export interface Watch {
  followStanding(onStanding: (standing: 'resting' | 'warning' | 'due') => void): void;
}

/**
 * Keeps the page's vault under auto-lock while it is open.
 * @param guard begins it for one vault and gives the function that stops it.
 * @returns whether the vault will lock within a minute.
 */
export function useAutoLock<W extends Watch, Vault>(
  lock: W,
  guard: (lock: W, vault: Vault) => () => void,
  vault: Vault | null,
): boolean {
  const [isWarning, setWarning] = useState(false);
  useEffect(() => lock.followStanding(standing => setWarning(standing === 'warning')), [lock]);
  useEffect(() => (vault ? guard(lock, vault) : undefined), [lock, vault]);
  return isWarning;
}
