import { isSetAside } from '../domain/set-aside';
import { reopen } from './database';
import { openOrNull } from './open-or-null';
import type { OpenVault } from './open-vault';

/**
 * Removes the settings that were set aside and open no more. What still opens stays: a newer Sidelight may know it. Nothing
 * brings them back.
 */
export async function dropSetAside(vault: OpenVault): Promise<void> {
  const { settings } = vault.database;
  await reopen(vault.database);
  const names = await settings.toCollection().primaryKeys();
  for (const id of names.filter(name => isSetAside({ table: 'settings', id: name }))) {
    const row = await settings.get(id);
    if (row && !(await openOrNull(vault, { table: 'settings', id, seq: 0 }, row.box)))
      await settings.delete(id);
  }
}
