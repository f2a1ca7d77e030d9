import type { PageSurface } from '../rig/surface';
import type { Left } from './instants';
import type { VaultLook } from './raw-vault';

/** What an operation is given to work with. */
export interface AtHand {
  readonly file: string;
  readonly identity: string;
  readonly client: string;
  readonly passphrase: string;
  readonly nextPassphrase: string;
}

/** Something that writes and may be cut short. */
export interface Operation {
  readonly name: string;
  readonly kills: number;
  /** Does everything up to the last press of a button, which begins it. */
  begin(desk: PageSurface, atHand: AtHand): Promise<void>;
  /** What the page shows once it is done. */
  readonly saysDone: RegExp;
  /**
   * What is on the disk after a kill, by what was there before and what is there when nobody kills.
   * @returns null when it is neither, which must never be.
   */
  find(now: VaultLook, before: VaultLook, whole: VaultLook): Left | null;
  /** The tables to lay back for the next time, when it took effect. */
  readonly changes: readonly string[];
}

const RECORDS = ['sessions', 'events', 'live', 'drafts', 'settings', 'clients'];
/** Activity is left out: each unlock adds a line of its own. */
const ALL = ['keyring', ...RECORDS];

function isSame(one: VaultLook, other: VaultLook, tables = ALL): boolean {
  return tables.every(table => one.tables[table]?.hash === other.tables[table]?.hash);
}

function hasSameCounts(one: VaultLook, other: VaultLook, tables = ALL): boolean {
  return tables.every(table => one.tables[table]?.count === other.tables[table]?.count);
}

/** What is killed, and how often in each browser. With the 12 of the migration they are fifty. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'a restore',
    kills: 12,
    async begin(desk, { file, identity }) {
      await desk.eval(`location.hash = '#/settings'`);
      await desk.attach('Backup file', file);
      await desk.fill('textbox', 'Recovery key', identity);
      await desk.click('button', 'Restore now');
    },
    saysDone: /The backup of .* is restored/,
    find(now, before, whole) {
      if (isSame(now, before)) return 'before';
      return isSame(now, before, ['keyring', 'settings']) && hasSameCounts(now, whole) ? 'after' : null;
    },
    changes: RECORDS,
  },
  {
    name: 'a change of the passphrase',
    kills: 10,
    async begin(desk, { passphrase, nextPassphrase }) {
      await desk.eval(`location.hash = '#/settings'`);
      await desk.click('button', 'Change passphrase');
      await desk.fill('textbox', 'Current passphrase', passphrase);
      await desk.fill('textbox', 'Passphrase', nextPassphrase);
      await desk.fill('textbox', 'Repeat passphrase', nextPassphrase);
      await desk.click('button', 'Change passphrase');
    },
    saysDone: /The passphrase is changed/,
    find(now, before) {
      if (!isSame(now, before, RECORDS) || now.tables.keyring?.count !== 1) return null;
      return isSame(now, before, ['keyring']) ? 'before' : 'after';
    },
    changes: [],
  },
  {
    name: 'erasing a client',
    kills: 8,
    async begin(desk, { client }) {
      await desk.eval(`location.hash = '#/clients'`);
      await desk.click('link', new RegExp(`^${client}\\b`));
      await desk.fill('textbox', 'Type the code to erase', client);
      await desk.click('button', 'Erase this client');
    },
    // The page goes on to a heading of this one word.
    saysDone: /^Erased$/m,
    find(now, before, whole) {
      if (isSame(now, before)) return 'before';
      return isSame(now, whole) ? 'after' : null;
    },
    changes: RECORDS,
  },
  {
    name: 'erasing everything',
    kills: 8,
    async begin(desk) {
      await desk.eval(`location.hash = '#/settings'`);
      // What is shown last moves the button down.
      await desk.wait('region', 'Automatic backups');
      await desk.click('button', 'Erase everything');
      await desk.fill('textbox', 'Type the words to erase', 'erase everything');
      await desk.click('button', 'Erase everything now');
    },
    saysDone: /Create vault/,
    find(now, before) {
      if (isSame(now, before)) return 'before';
      return Object.values(now.tables).every(({ count }) => count === 0) ? 'after' : null;
    },
    changes: [...ALL, 'activity'],
  },
];
