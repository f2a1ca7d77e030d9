/**
 * Asks the browser not to clear Sidelight's storage when the disk runs full. It may say no, and it may say so
 * without asking anyone.
 */
export function askForPersistence(): Promise<boolean> {
  return navigator.storage.persist();
}

/** Whether the browser has promised not to clear Sidelight's storage by itself. */
export function isPersisted(): Promise<boolean> {
  return navigator.storage.persisted();
}

/** Bytes that everything of Sidelight takes on the disk, as the browser estimates, or null when it does not tell. */
export async function estimateUsage(): Promise<number | null> {
  return (await navigator.storage.estimate()).usage ?? null;
}
