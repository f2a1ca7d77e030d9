import type { Transaction } from 'dexie';

/** One version of the database: its tables, and what turns the rows of the version before into rows of this one. */
export interface SchemaVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  /** Runs inside the browser's own upgrade, all of it or nothing. The vault is locked then, so boxes stay sealed. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/** Every version this Sidelight can open, oldest first. A released version never changes; the next one is added. */
export type Schema = readonly [SchemaVersion, ...SchemaVersion[]];

/** The schema of this Sidelight. */
export const SCHEMA: Schema = [
  {
    version: 1,
    stores: {
      keyring: 'id',
      sessions: '++n,&id',
      events: '[session+seq]',
      live: 'session',
      drafts: '[session+field]',
      settings: 'id',
      clients: 'id',
      activity: 'id',
    },
  },
];

/** The version this schema brings a database to. */
export function latestOf(schema: Schema): number {
  return schema.reduce((latest, { version }) => Math.max(latest, version), 0);
}
