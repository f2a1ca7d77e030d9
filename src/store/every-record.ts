import type { Dexie } from 'dexie';
import { batches } from './copies';
import type { ActivityRow, ClientRow, DraftRow, EventRow, LiveRow, SessionRow, SettingRow } from './database';
import { openOrNull } from './open-or-null';
import type { Place } from './open-vault';

interface SealedRows {
  readonly events: EventRow;
  readonly sessions: SessionRow;
  readonly live: LiveRow;
  readonly drafts: DraftRow;
  readonly settings: SettingRow;
  readonly clients: ClientRow;
  readonly activity: ActivityRow;
}

/** Where the box of each kind of row belongs. */
const PLACES: { readonly [T in keyof SealedRows]: (row: SealedRows[T]) => Place } = {
  events: ({ session, seq }) => ({ table: 'events', id: session, seq }),
  sessions: ({ id }) => ({ table: 'sessions', id, seq: 0 }),
  live: ({ session }) => ({ table: 'live', id: session, seq: 0 }),
  drafts: ({ session, field, revision }) => ({ table: 'drafts', id: `${session}:${field}`, seq: revision }),
  settings: ({ id }) => ({ table: 'settings', id, seq: 0 }),
  clients: ({ id }) => ({ table: 'clients', id, seq: 0 }),
  activity: ({ id }) => ({ table: 'activity', id, seq: 0 }),
};

/** The tables whose rows are sealed. */
export const SEALED_TABLES = Object.keys(PLACES) as readonly (keyof SealedRows)[];

/** How many records open, and the places of those that do not. */
export interface RecordsCheck {
  readonly opened: number;
  readonly damaged: readonly Place[];
}

/** Opens every record once, and forgets what it says. Takes seconds where there are hundreds of thousands. */
export async function checkEveryRecord(vault: {
  readonly database: Dexie;
  readonly key: CryptoKey;
}): Promise<RecordsCheck> {
  const damaged: Place[] = [];
  let opened = 0;
  for (const table of SEALED_TABLES) {
    if (!vault.database.tables.some(({ name }) => name === table)) continue;
    for await (const rows of batches<SealedRows[typeof table]>(vault.database.table(table))) {
      const checked = await Promise.all(rows.map(row => checkRow(vault.key, table, row)));
      opened += checked.filter(place => place === null).length;
      damaged.push(...checked.filter(place => place !== null));
    }
  }
  return { opened, damaged };
}

/** @returns null when the row opens, else where it is. */
async function checkRow<T extends keyof SealedRows>(
  key: CryptoKey,
  table: T,
  row: SealedRows[T],
): Promise<Place | null> {
  const place = PLACES[table](row);
  return (await openOrNull({ key }, place, row.box)) ? null : place;
}
