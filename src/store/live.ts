import { Dexie, liveQuery } from 'dexie';
import type { VaultDatabase } from './database';

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

/**
 * Tells that something was written to a table, whichever page wrote it, until the returned function is called. What was
 * written is not told. For pages only: one browser does not tell their workers.
 */
export function followTable({ name }: VaultDatabase, table: string, onWrite: () => void): () => void {
  const hear = (parts: object) => {
    const written = Object.keys(parts);
    if (written.some(part => part === 'all' || part.startsWith(`idb://${name}/${table}/`))) onWrite();
  };
  Dexie.on('storagemutated', hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}
