import type { Surface } from './rig/surface';

/** Turns one bit in the sealed box of a session: of its line in the list, or of the first row of its log. */
export async function damageRow(desk: Surface, table: 'sessions' | 'events', id: string): Promise<void> {
  await desk.eval(`new Promise((done, fail) => {
    const opening = indexedDB.open('sidelight');
    opening.onsuccess = () => {
      const change = opening.result.transaction('${table}', 'readwrite');
      const rows = change.objectStore('${table}');
      const found = ${table === 'sessions' ? `rows.index('id').get('${id}')` : `rows.get(IDBKeyRange.bound(['${id}', 0], ['${id}', Infinity]))`};
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
