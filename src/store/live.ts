import { liveQuery } from 'dexie';

/**
 * Tells what a query answers, now and after every write that touches it, whichever page made it, until the returned
 * function is called. For pages only: inside a service worker the browser may not tell. The query must not await
 * Web Crypto, which would end its transaction; what it finds is opened in `onAnswer`.
 */
export function followQuery<T>(query: () => Promise<T>, onAnswer: (answer: T) => void): () => void {
  const subscription = liveQuery(query).subscribe({
    next: onAnswer,
    // The next write or read finds out by itself whether the database can be reached again.
    error: () => {},
  });
  return () => subscription.unsubscribe();
}
