import type * as z from 'zod/mini';
import { asideName, isSetAside } from '../domain/set-aside';
import type { Box } from '../vault/seal';
import { reopen, type SettingRow } from './database';
import { followQuery } from './live';
import { openOrNull } from './open-or-null';
import { type OpenVault, sealAt } from './open-vault';

/** One setting of the vault: its fixed name, what it may hold, and what holds when nothing is stored. */
export interface Setting<T> {
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  readonly usual: T;
  /** What holds while what is stored cannot be read, where the usual value would allow more than was chosen. */
  readonly whenDamaged?: T;
}

/** What is stored of a setting cannot be read. Nothing was written; `setAside` makes room for a new beginning. */
export class DamagedSetting extends Error {
  override readonly name = 'DamagedSetting';

  constructor(readonly setting: string) {
    super(`The setting ${setting} cannot be read.`);
  }
}

/** @returns what is stored, or what holds when nothing is, when it does not open or is of an unknown shape. */
export async function getSetting<T>(vault: OpenVault, setting: Setting<T>): Promise<T> {
  return standIn(setting, await read(vault, setting));
}

/** @returns what is stored, or the usual value when nothing is; throws DamagedSetting when it cannot be read. */
export async function expectSetting<T>(vault: OpenVault, setting: Setting<T>): Promise<T> {
  const found = await read(vault, setting);
  if (found.is === 'damaged') throw new DamagedSetting(setting.name);
  return standIn(setting, found);
}

/** Whether something is stored that cannot be read. */
export async function isDamaged<T>(vault: OpenVault, setting: Setting<T>): Promise<boolean> {
  return (await read(vault, setting)).is === 'damaged';
}

/**
 * Stores a setting as a whole, sealed. Resolves once it is on the disk. What was there and cannot be read is set aside, in the
 * same act. What is made from the value before goes through `changeSetting` instead.
 */
export async function putSetting<T>(vault: OpenVault, setting: Setting<T>, value: T): Promise<void> {
  await replace(vault, setting, await sealAt(vault, placeOf(setting.name), value));
}

/**
 * Stores a setting as `putSetting` does, but over what is there, and lets go of what was set aside of it. Only for a value
 * that is known to be the very one that cannot be read any more.
 */
export async function mendSetting<T>(vault: OpenVault, setting: Setting<T>, value: T): Promise<void> {
  const { settings } = vault.database;
  const box = await sealAt(vault, placeOf(setting.name), value);
  await vault.database.transaction('rw', settings, async () => {
    const aside = await settings.where('id').startsWith(`${setting.name}.`).primaryKeys();
    await settings.bulkDelete(aside.filter(id => isSetAside({ table: 'settings', id })));
    await settings.put({ id: setting.name, box });
  });
}

/**
 * Changes a setting from what is stored by then, one change after the other in all pages. Resolves with what it is now,
 * once that is on the disk; rejects when the browser refuses to write, and with DamagedSetting when what is stored cannot
 * be read. Nothing was written then.
 */
export function changeSetting<T>(vault: OpenVault, setting: Setting<T>, how: (value: T) => T): Promise<T> {
  return navigator.locks.request(`${vault.database.name} setting ${setting.name}`, async () => {
    const value = how(await expectSetting(vault, setting));
    await putSetting(vault, setting, value);
    return value;
  }) as Promise<T>;
}

/**
 * Tells a setting now and after every change of it, whichever page made it, until the returned function is called; of one
 * that cannot be read, what holds instead, and that it is damaged. Never an older value after a newer one.
 */
export function followSetting<T>(
  vault: OpenVault,
  setting: Setting<T>,
  onValue: (value: T, isDamaged: boolean) => void,
): () => void {
  let asked = 0;
  let told = 0;
  const stop = followQuery(
    () => vault.database.settings.get(setting.name),
    row => {
      asked += 1;
      const turn = asked;
      const tell = (found: Found<T>) => {
        // Rows are opened side by side, so an earlier one may come late.
        if (turn < told) return;
        told = turn;
        onValue(standIn(setting, found), found.is === 'damaged');
      };
      // Where the browser would not open it, the next change is told again.
      open(vault, setting, row).then(tell, () => {});
    },
  );
  return () => {
    told = Number.POSITIVE_INFINITY;
    stop();
  };
}

/**
 * Moves what is stored of a setting and cannot be read to a name of its own, so that it can begin anew and nothing is lost.
 * Does nothing when it can be read. What opens and is only of an unknown shape is sealed for its new name.
 */
export async function setAside<T>(vault: OpenVault, setting: Setting<T>): Promise<void> {
  await replace(vault, setting, null);
}

/**
 * Sets aside what cannot be read and puts a box in its place, if there is one: both or neither, so that whatever holds
 * instead of a damaged setting holds on when the browser refuses.
 */
async function replace<T>(vault: OpenVault, setting: Setting<T>, box: Box | null): Promise<void> {
  const { database } = vault;
  const { name: id } = setting;
  await reopen(database);
  for (;;) {
    const seen = await database.settings.get(id);
    const beside = await readyBeside(vault, setting, seen);
    if (!beside) {
      if (box) await database.settings.put({ id, box });
      return;
    }
    const isDone = await database.transaction('rw', database.settings, async () => {
      const now = await database.settings.get(id);
      // Another page has mended or moved it meanwhile: look again.
      if (String(now?.box) !== String(seen?.box)) return false;
      await database.settings.add(beside);
      if (box) await database.settings.put({ id, box });
      else await database.settings.delete(id);
      return true;
    });
    if (isDone) return;
  }
}

/** @returns what is to lie beside a setting that begins anew; null when nothing does, since it can be read or is not there. */
async function readyBeside<T>(
  vault: OpenVault,
  setting: Setting<T>,
  row: SettingRow | undefined,
): Promise<SettingRow | null> {
  if (!row || (await open(vault, setting, row)).is === 'kept') return null;
  const id = await freeName(vault, setting.name);
  const opened = await openOrNull(vault, placeOf(setting.name), row.box);
  return { id, box: opened ? await sealAt(vault, placeOf(id), opened.content) : row.box };
}

type Found<T> = { readonly is: 'absent' | 'damaged' } | { readonly is: 'kept'; readonly value: T };

async function read<T>(vault: OpenVault, setting: Setting<T>): Promise<Found<T>> {
  await reopen(vault.database);
  return open(vault, setting, await vault.database.settings.get(setting.name));
}

async function open<T>(
  vault: OpenVault,
  { name, schema }: Setting<T>,
  row: SettingRow | undefined,
): Promise<Found<T>> {
  if (!row) return { is: 'absent' };
  const opened = await openOrNull(vault, placeOf(name), row.box);
  const value = opened && schema.safeParse(opened.content);
  return value?.success ? { is: 'kept', value: value.data } : { is: 'damaged' };
}

function standIn<T>({ usual, whenDamaged = usual }: Setting<T>, found: Found<T>): T {
  if (found.is === 'kept') return found.value;
  return found.is === 'damaged' ? whenDamaged : usual;
}

async function freeName({ database }: OpenVault, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const beside = asideName(name, number);
    if (!(await database.settings.get(beside))) return beside;
  }
}

function placeOf(name: string) {
  return { table: 'settings', id: name, seq: 0 } as const;
}
