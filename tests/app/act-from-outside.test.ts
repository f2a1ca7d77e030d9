import { expect, onTestFinished, test } from 'vitest';
import { actFromOutside } from '../../src/app/act-from-outside';
import { DATABASES, type HeldKey } from '../../src/app/key-memory';
import { deleteDatabase, openDatabase } from '../../src/store/database';
import type { OpenVault } from '../../src/store/open-vault';
import { SessionLog } from '../../src/store/session-log';
import { keepClock } from '../../src/store/sessions';
import { createDataKey, exportDataKey } from '../../src/vault/data-key';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession } from '../fixtures/an-open-vault';

/** The practice vault, as the background finds it: by name, with the key from memory. */
async function aHeldVault(): Promise<{ vault: OpenVault; held: HeldKey }> {
  await deleteDatabase(DATABASES.practice);
  const dataKey = await createDataKey();
  const database = await openDatabase(DATABASES.practice);
  onTestFinished(async () => {
    database.close();
    await deleteDatabase(DATABASES.practice);
  });
  return { vault: { database, key: dataKey.aes }, held: { kind: 'practice', key: exportDataKey(dataKey) } };
}

async function read(vault: OpenVault, id: string) {
  const log = new SessionLog(vault, id);
  await log.catchUp();
  return log.reading.value.session;
}

test('marks the minute although no page is open', async () => {
  const { vault, held } = await aHeldVault();
  const world = new AWorld();
  const id = await aLiveSession(vault);
  await keepClock(vault, id, { elapsed: 7 * 60_000, anchor: world.page().readClocks() });
  expect(await actFromOutside(held, world.page(), 'mark-strain')).toBe(true);
  expect(await actFromOutside(held, world.page(), 'mark-tenseness')).toBe(true);
  expect((await read(vault, id))?.moments.map(({ kind, minute }) => [kind, minute])).toEqual([
    ['strain', 7],
    ['tenseness', 7],
  ]);
});

test('ticks the phase’s behaviours one after the other, passes over what is ticked, and stops at the last', async () => {
  const { vault, held } = await aHeldVault();
  const world = new AWorld().page();
  const id = await aLiveSession(vault);
  await keepClock(vault, id, { elapsed: 0, anchor: world.readClocks() });
  const done: boolean[] = [];
  for (let press = 0; press < 5; press += 1) done.push(await actFromOutside(held, world, 'tick-next'));
  expect(done).toEqual([true, true, true, false, false]);
  const session = await read(vault, id);
  expect([...(session?.marks.keys() ?? [])]).toEqual([
    'say-how-today-works',
    'confirm-privacy-and-place',
    'confirm-boundaries',
  ]);
});

test('does nothing when locked, with a key that opens nothing, or without a session', async () => {
  const { vault, held } = await aHeldVault();
  const world = new AWorld().page();
  expect(await actFromOutside(held, world, 'mark-strain')).toBe(false);
  const id = await aLiveSession(vault);
  expect(await actFromOutside(null, world, 'mark-strain')).toBe(false);
  const other = { ...held, key: exportDataKey(await createDataKey()) };
  expect(await actFromOutside(other, world, 'mark-strain')).toBe(false);
  expect((await read(vault, id))?.moments).toEqual([]);
});
