import { latestOf, SCHEMA } from './schema';

/** The databases that exist only to be deleted, see `sweepDisk`. */
export const SCRATCH_NAMES: readonly string[] = [1, 2, 3, 4, 5, 6].map(number => `sidelight-sweep-${number}`);

/** The names of all databases of this extension. */
export async function listDatabases(): Promise<string[]> {
  return (await readDatabases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
}

/** @returns the schema version a database was written with, or null when there is no such database. Opens nothing. */
export async function getStoredVersion(name: string): Promise<number | null> {
  const found = (await readDatabases()).find(database => database.name === name);
  // Dexie counts in tenths, so that a version may have a decimal.
  return found?.version === undefined ? null : Math.floor(found.version / 10);
}

/**
 * Those in which anything was ever written. Firefox tells of one whose creation was given up, too, with 0 for its version.
 *
 * When Firefox dies while it makes a database, an empty file is left, and from then on it tells of no database at all,
 * not even of those that are whole. So each that may have been begun is looked at; an empty one goes by that.
 */
async function readDatabases(): Promise<IDBDatabaseInfo[]> {
  const written = async () => (await indexedDB.databases()).filter(({ version }) => version !== 0);
  try {
    return await written();
  } catch {
    for (const name of namesInUse()) await dropIfEmpty(name);
    return written();
  }
}

function namesInUse(): string[] {
  const vaults = ['sidelight', 'sidelight-practice'];
  const versions = Array.from({ length: latestOf(SCHEMA) }, (_, index) => index + 1);
  const copies = vaults.flatMap(vault => versions.map(version => `${vault}-before-${version}`));
  return [...vaults, ...copies, ...SCRATCH_NAMES];
}

/** Opens a database as it is. The browser asks for tables only where nothing was ever written, and is told no. */
function dropIfEmpty(name: string): Promise<void> {
  return new Promise(resolve => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => resolve();
  });
}
