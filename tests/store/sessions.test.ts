import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/domain/session-summary';
import { getDraft, saveDraft } from '../../src/store/drafts';
import { SessionLog } from '../../src/store/session-log';
import {
  addFinishedSession,
  createSession,
  getClock,
  getLiveSession,
  keepClock,
  listRows,
  openSummaries,
  opensRecords,
  readyEnd,
} from '../../src/store/sessions';
import { createDataKey } from '../../src/vault/data-key';
import { aSession, aStart } from '../fixtures/a-session';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';
import { dumpRaw } from '../fixtures/raw-database';

const CLOCK = { elapsed: 7, anchor: { wall: 1, mono: 2, page: 'a page' } };
const story = aSession().started().ticked('a', 1).ended(50);

describe('starting a session', () => {
  test('in two pages at once starts exactly one', async () => {
    const { vault, another } = await anOpenVault();
    const other = await another();
    const created = await Promise.all([
      createSession(vault, 'one', aStart(), CLOCK),
      createSession(other, 'other', aStart(), CLOCK),
    ]);
    expect(created.filter(Boolean).length).toBe(1);
    const winner = created[0] ? 'one' : 'other';
    expect(await getLiveSession(vault)).toBe(winner);
    const rows = (await dumpRaw(vault.database.name)).map(({ table }) => table);
    expect(rows.sort()).toEqual(['events', 'live', 'sessions']);
  });

  test('keeps its clock and lists it as live', async () => {
    const { vault } = await anOpenVault();
    await createSession(vault, 'one', aStart(), CLOCK);
    expect(await getClock(vault, 'one')).toEqual(CLOCK);
    const { rows } = await listRows(vault, 1);
    const { day, client, checklist } = aStart();
    expect(await openSummaries(vault, rows)).toEqual([
      { id: 'one', summary: { day, client, checklist, state: 'live', minutes: 0 } },
    ]);
  });
});

describe('ending a session', () => {
  async function end(vault: Awaited<ReturnType<typeof anOpenVault>>['vault'], id: string) {
    const log = new SessionLog(vault, id);
    await log.catchUp();
    await log.append(
      () => [{ type: 'ended', minute: 50 }],
      async () => {
        const note = (await getDraft(vault, id, 'note')) ?? { text: '', begun: 0, revision: 0 };
        return readyEnd(vault, id, summarise(story.told()), note);
      },
    );
  }

  test('takes clock and draft away and makes the summary final', async () => {
    const { vault } = await anOpenVault();
    const id = await aLiveSession(vault);
    await saveDraft(vault, id, 'note', { text: 'slower', begun: 3, revision: 0 });
    await end(vault, id);
    expect(await getLiveSession(vault)).toBeNull();
    expect(await vault.database.drafts.count()).toBe(0);
    const [listed] = await openSummaries(vault, (await listRows(vault, 1)).rows);
    expect(listed?.summary).toMatchObject({ state: 'to-review', minutes: 50 });
  });

  test('makes room for the next, and a clock kept late does not bring it back', async () => {
    const { vault } = await anOpenVault();
    const id = await aLiveSession(vault);
    await keepClock(vault, id, { ...CLOCK, elapsed: 9 });
    expect((await getClock(vault, id))?.elapsed).toBe(9);
    await end(vault, id);
    await keepClock(vault, id, CLOCK);
    expect(await getLiveSession(vault)).toBeNull();
    await aLiveSession(vault);
  });
});

describe('a session whose whole log is known', () => {
  test('is there as if it had been lived', async () => {
    const { vault } = await anOpenVault();
    await addFinishedSession(vault, 'one', story.log(), summarise(story.told()));
    const log = new SessionLog(vault, 'one');
    await log.catchUp();
    expect(log.reading.value).toEqual({ session: story.told(), damaged: [] });
    expect(await getLiveSession(vault)).toBeNull();
  });

  test.each([
    ['two of its events claim one place', 'one', [...story.log(), ...story.log(0, 1)]],
    ['the list has its id already', 'taken', story.log()],
  ])('is not there at all when %s', async (_, id, log) => {
    const { vault } = await anOpenVault();
    await vault.database.sessions.add({ id: 'taken', box: new Uint8Array(40) });
    const before = await dumpRaw(vault.database.name);
    await expect(addFinishedSession(vault, id, log, summarise(story.told()))).rejects.toThrow();
    expect(await dumpRaw(vault.database.name)).toEqual(before);
  });
});

describe('the list', () => {
  test('has the newest first, as many as asked for, and says how many there are', async () => {
    const { vault } = await anOpenVault();
    for (const id of ['a', 'b', 'c'])
      await addFinishedSession(vault, id, story.log(), summarise(story.told()));
    const { rows, total } = await listRows(vault, 2);
    expect([rows.map(({ id }) => id), total]).toEqual([['c', 'b'], 3]);
  });

  test('tells whether a key is that of the records', async () => {
    const { vault } = await anOpenVault();
    const stranger = { ...vault, key: (await createDataKey()).aes };
    expect(await opensRecords(stranger)).toBe(true);
    await addFinishedSession(vault, 'a', story.log(), summarise(story.told()));
    expect([await opensRecords(vault), await opensRecords(stranger)]).toEqual([true, false]);
    await vault.database.sessions.add({ id: 'damaged', box: new Uint8Array(40) });
    expect(await opensRecords(vault)).toBe(true);
  });
});
