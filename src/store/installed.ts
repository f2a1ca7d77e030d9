/** The names of all databases of this extension. */
export async function listDatabases(): Promise<string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
}

/** @returns the schema version a database was written with, or null when there is no such database. Opens nothing. */
export async function getStoredVersion(name: string): Promise<number | null> {
  const found = (await indexedDB.databases()).find(database => database.name === name);
  // Dexie counts in tenths, so that a version may have a decimal.
  return found?.version === undefined ? null : Math.floor(found.version / 10);
}
