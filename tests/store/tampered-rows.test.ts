import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/domain/session-summary';
import { addActivity, listActivity } from '../../src/store/activity';
import { changeClient, readClients } from '../../src/store/clients';
import { saveDraft } from '../../src/store/drafts';
import { checkEveryRecord, SEALED_TABLES } from '../../src/store/every-record';
import type { OpenVault } from '../../src/store/open-vault';
import { addFinishedSession, getClock } from '../../src/store/sessions';
import { getSetting, putSetting, type Setting } from '../../src/store/settings';
import type { Box } from '../../src/vault/seal';
import { aSession } from '../fixtures/a-session';
import { aLiveSession, anOpenVault, layRowByRow } from '../fixtures/an-open-vault';
import { dumpRaw, type RawRow } from '../fixtures/raw-database';

const WORD: Setting<string> = {
  name: 'a-word',
  schema: { safeParse: (data: unknown) => ({ success: true, data }) } as never,
  usual: 'usual',
};
const OTHER: Setting<string> = { ...WORD, name: 'another-word' };

/** Two rows of every kind that may have two, one of the live session's clock. */
async function aFullVault(): Promise<OpenVault> {
  const { vault } = await anOpenVault();
  const story = aSession().started().ticked('a', 1).noted('a note', 2).ended(50);
  for (const id of ['one', 'other'])
    await addFinishedSession(vault, id, story.log(), summarise(story.told()));
  await layRowByRow(vault, 'one');
  const live = await aLiveSession(vault);
  for (const field of ['note', 'reflection'] as const)
    await saveDraft(vault, live, field, { text: field, begun: 0, revision: 0 });
  await putSetting(vault, WORD, 'stored');
  await putSetting(vault, OTHER, 'stored too');
  for (const code of ['Heron', 'Wren'])
    await changeClient(vault, code, crypto.randomUUID(), record => ({ ...record, years: 5 }));
  for (const id of ['first', 'second']) await addActivity(vault, id, { day: '2026-03-04', kind: 'unlocked' });
  return vault;
}

const sealedRows = async (vault: OpenVault) =>
  (await dumpRaw(vault.database.name)).filter(
    (row): row is RawRow & { value: { box: Box } } => row.table !== 'keyring',
  );
const put = (vault: OpenVault, { table, value }: RawRow, box: Box) =>
  vault.database.table(table).put({ ...(value as object), box });
const flipped = (box: Box, byte: number) => {
  const copy = box.slice();
  copy[byte] = (copy[byte] ?? 0) ^ 1;
  return copy;
};

describe('a stored row of every kind', () => {
  test('opens as it was written', async () => {
    const vault = await aFullVault();
    const rows = await sealedRows(vault);
    expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(SEALED_TABLES));
    expect(await checkEveryRecord(vault)).toEqual({ opened: rows.length, damaged: [] });
  });

  test.each([
    ['nonce', (box: Box) => flipped(box, 0)],
    ['body', (box: Box) => flipped(box, 12)],
    ['end of the body', (box: Box) => flipped(box, box.length - 17)],
    ['tag', (box: Box) => flipped(box, box.length - 1)],
    ['length', (box: Box) => box.slice(0, -1)],
    ['existence', () => new Uint8Array(0)],
    ['nature', () => 'not bytes' as never],
  ])('is refused and named when its %s is changed, and the rest opens', async (_, harm) => {
    const vault = await aFullVault();
    const rows = await sealedRows(vault);
    for (const row of rows) {
      await put(vault, row, harm(row.value.box));
      const { opened, damaged } = await checkEveryRecord(vault);
      expect([opened, damaged.map(({ table }) => table)]).toEqual([rows.length - 1, [row.table]]);
      await put(vault, row, row.value.box);
    }
    expect((await checkEveryRecord(vault)).damaged).toEqual([]);
  });

  test('is refused at every other place: other session, other table, other position, other revision', async () => {
    const vault = await aFullVault();
    const rows = await sealedRows(vault);
    for (const from of rows) {
      for (const to of rows) {
        if (from === to) continue;
        await put(vault, to, from.value.box);
        const { damaged } = await checkEveryRecord(vault);
        expect(damaged.map(({ table }) => table)).toEqual([to.table]);
        await put(vault, to, to.value.box);
      }
    }
  }, 60_000);

  test('is refused when an old one is replayed at a new address', async () => {
    const vault = await aFullVault();
    const { database } = vault;
    const event = await database.events.get(['one', 1]);
    const summary = await database.sessions.where('id').equals('one').first();
    const client = (await database.clients.toArray())[0];
    const activity = await database.activity.get('first');
    if (!event || !summary || !client || !activity) throw new Error('Rows are missing.');
    await database.events.add({ ...event, seq: 4 });
    await database.events.add({ ...event, session: 'new' });
    await database.sessions.add({ id: 'new', box: summary.box });
    await database.clients.add({ id: 'new', box: client.box });
    await database.activity.add({ id: 'new', box: activity.box });
    const { damaged } = await checkEveryRecord(vault);
    expect(damaged.map(({ table, id, seq }) => `${table} ${id} ${seq}`).sort()).toEqual([
      'activity new 0',
      'clients new 0',
      'events new 1',
      'events one 4',
      'sessions new 0',
    ]);
  });
});

describe('what reads the rows', () => {
  test('takes a setting of another name for none, and a client or a line of activity of another id for nobody', async () => {
    const vault = await aFullVault();
    const { database } = vault;
    const [one, other] = [await database.settings.get('a-word'), await database.settings.get('another-word')];
    await database.settings.put({ id: 'a-word', box: other?.box as Box });
    expect(await getSetting(vault, WORD)).toBe('usual');
    await database.settings.put({ id: 'a-word', box: one?.box as Box });
    expect(await getSetting(vault, WORD)).toBe('stored');

    const [heron, wren] = await readClients(vault);
    if (!heron || !wren) throw new Error('There are two clients.');
    await database.clients.put({ id: heron.row.id, box: wren.row.box });
    expect((await readClients(vault)).filter(({ record }) => record === null)).toHaveLength(1);

    const line = await database.activity.get('first');
    await database.activity.put({ id: 'second', box: line?.box as Box });
    expect(await listActivity(vault)).toHaveLength(1);
  });

  test('takes the clock of another session for no clock', async () => {
    const vault = await aFullVault();
    const [row] = await vault.database.live.toArray();
    if (!row) throw new Error('A session is live.');
    await vault.database.live.put({ session: 'one', box: row.box });
    expect(await getClock(vault, 'one')).toBeNull();
    expect(await getClock(vault, row.session)).not.toBeNull();
  });
});
