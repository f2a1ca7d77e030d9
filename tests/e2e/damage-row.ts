import type { Surface } from './rig/surface';

const FIND = {
  sessions: (id: string) => `rows.index('id').get('${id}')`,
  events: (id: string) => `rows.get(IDBKeyRange.bound(['${id}', 0], ['${id}', Infinity]))`,
  settings: (id: string) => `rows.get('${id}')`,
};

/**
 * Turns one bit in a sealed box, past our own code, as a failing disk would: of a session’s line in the list, of the first
 * row of its log, or of a setting.
 */
export async function damageRow(
  desk: Surface,
  table: keyof typeof FIND,
  id: string,
  database = 'sidelight',
): Promise<void> {
  await desk.eval(`new Promise((done, fail) => {
    const opening = indexedDB.open('${database}');
    opening.onsuccess = () => {
      const change = opening.result.transaction('${table}', 'readwrite');
      const rows = change.objectStore('${table}');
      const found = ${FIND[table](id)};
      found.onsuccess = () => {
        const row = found.result;
        row.box[20] ^= 1;
        rows.put(row);
      };
      change.oncomplete = () => { opening.result.close(); done(true); };
      change.onabort = () => fail(change.error);
    };
  })`);
}
