import { deleteDatabase } from './database';
import { listDatabases, SCRATCH_NAMES } from './installed';

/**
 * Has the browser write its files anew, so that the bytes of rows that were replaced or deleted are gone from the disk,
 * not only from the database. Chromium keeps them in its log until that grows, which for a small store may be never;
 * deleting a database makes it tidy up at once, along with the files that lie around the deleted one. So two empty
 * databases are always kept, and new ones made before the old ones go: only then do the files in between hold what is
 * to be left out. The first round turns the log into a file, the second merges that file with the older ones.
 *
 * Takes about a tenth of a second. Right after tens of megabytes were written at once, old bytes may stay until the
 * next time. Firefox leaves deleted bytes in the gaps of its file until it uses the room again or tidies while idle
 * (its databases run with `secure_delete` off), and no page can hurry it. Rejects when the browser will not write; nothing
 * is lost then.
 */
export async function sweepDisk(): Promise<void> {
  await navigator.locks.request('sidelight sweep', async () => {
    for (let round = 0; round < 2; round += 1) {
      const old = (await listDatabases()).filter(name => name.startsWith('sidelight-sweep-'));
      const next = SCRATCH_NAMES.filter(name => !old.includes(name)).slice(0, 2);
      for (const name of next) await makeEmpty(name);
      for (const name of old) await deleteDatabase(name);
    }
  });
}

function makeEmpty(name: string): Promise<void> {
  const request = indexedDB.open(name, 1);
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => {
      try {
        request.result.createObjectStore('scratch').put(0, 0);
      } catch (cause) {
        // Thrown on, it would be an error of the page beside the one told here.
        reject(cause);
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
