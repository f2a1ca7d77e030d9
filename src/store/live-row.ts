import { getStoredVersion } from './installed';

/**
 * Whether a session is live in this database, from its rows alone. Plain IndexedDB, so that the background, which is
 * started often, loads nothing for it; no database is made and none is brought up to date. Rejects when it will not open.
 */
export async function hasLiveRow(name: string): Promise<boolean> {
  if ((await getStoredVersion(name)) === null) return false;
  const database = await answerOf(indexedDB.open(name));
  try {
    if (!database.objectStoreNames.contains('live')) return false;
    return (await answerOf(database.transaction('live').objectStore('live').count())) > 0;
  } finally {
    database.close();
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
