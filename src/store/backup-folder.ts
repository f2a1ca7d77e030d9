import { Dexie, type EntityTable } from 'dexie';

interface FolderRow {
  readonly id: 'folder';
  readonly handle: unknown;
}

/**
 * The handle of the folder for automatic backups, in a database of its own: a browser's handle can only be stored as it
 * is, never sealed. It tells where that folder is, and nothing of what is in the vault.
 */
class FolderDatabase extends Dexie {
  declare folder: EntityTable<FolderRow, 'id'>;

  constructor() {
    super('sidelight-backup-folder');
    this.version(1).stores({ folder: 'id' });
  }
}

/** @returns the handle as the browser gave it, or null when no folder was chosen. */
export function getBackupFolder(): Promise<unknown> {
  return inFolder(async table => (await table.get('folder'))?.handle ?? null);
}

/** Keeps the handle of a chosen folder in the place of an earlier one. */
export function putBackupFolder(handle: unknown): Promise<void> {
  return inFolder(async table => {
    await table.put({ id: 'folder', handle });
  });
}

async function inFolder<T>(work: (table: FolderDatabase['folder']) => Promise<T>): Promise<T> {
  const database = new FolderDatabase();
  try {
    return await work(database.folder);
  } finally {
    database.close();
  }
}
