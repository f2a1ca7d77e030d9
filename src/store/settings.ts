import type * as z from 'zod/mini';
import { Damaged } from '../vault/damaged';
import { reopen } from './database';
import { followQuery } from './live';
import { type OpenVault, openAt, sealAt } from './open-vault';

/** One setting of the vault: its fixed name, what it may hold, and what holds when nothing readable is stored. */
export interface Setting<T> {
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  readonly usual: T;
}

/** @returns what is stored, or the usual value when nothing is, when it is damaged, or of an unknown shape. */
export async function getSetting<T>(vault: OpenVault, { name, schema, usual }: Setting<T>): Promise<T> {
  const row = await vault.database.settings.get(name);
  if (!row) return usual;
  try {
    const value = schema.safeParse(await openAt(vault, settingPlace(name), row.box));
    return value.success ? value.data : usual;
  } catch (error) {
    if (error instanceof Damaged) return usual;
    throw error;
  }
}

/** Stores a setting, sealed. Resolves once it is on the disk. */
export async function putSetting<T>(vault: OpenVault, { name }: Setting<T>, value: T): Promise<void> {
  await reopen(vault.database);
  const box = await sealAt(vault, settingPlace(name), value);
  await vault.database.settings.put({ id: name, box });
}

/**
 * Changes a setting from what is stored by then, one change after the other in all pages. Resolves with what it is now,
 * once that is on the disk; rejects when the browser refuses to write, and then nothing was.
 */
export function changeSetting<T>(vault: OpenVault, setting: Setting<T>, how: (value: T) => T): Promise<T> {
  return navigator.locks.request(`${vault.database.name} setting ${setting.name}`, async () => {
    const value = how(await getSetting(vault, setting));
    await putSetting(vault, setting, value);
    return value;
  }) as Promise<T>;
}

/** Tells a setting now and after every change of it, whichever page made it, until the returned function is called. */
export function followSetting<T>(
  vault: OpenVault,
  setting: Setting<T>,
  onValue: (value: T) => void,
): () => void {
  return followQuery(
    () => vault.database.settings.get(setting.name),
    () => void getSetting(vault, setting).then(onValue),
  );
}

function settingPlace(name: string) {
  return { table: 'settings', id: name, seq: 0 } as const;
}
