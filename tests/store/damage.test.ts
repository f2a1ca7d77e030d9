import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/domain/session-summary';
import { getDraft, saveDraft } from '../../src/store/drafts';
import { type OpenVault, sealAt } from '../../src/store/open-vault';
import { SessionLog, type SessionReading } from '../../src/store/session-log';
import { addFinishedSession, getClock, listRows, openSummaries } from '../../src/store/sessions';
import { createDataKey } from '../../src/vault/data-key';
import { aSession } from '../fixtures/a-session';
import { aLiveSession, anOpenVault, layRowByRow } from '../fixtures/an-open-vault';
import { dumpRaw } from '../fixtures/raw-database';

const story = aSession().started().ticked('a', 1).ticked('b', 2).missed('c', 3).ended(50);

async function aStored(vault: OpenVault): Promise<string> {
  const id = crypto.randomUUID();
  await addFinishedSession(vault, id, story.log(), summarise(story.told()));
  await layRowByRow(vault, id);
  return id;
}

async function read(vault: OpenVault, id: string): Promise<SessionReading> {
  const log = new SessionLog(vault, id);
  await log.catchUp();
  return log.reading.value;
}

async function boxAt({ database }: OpenVault, id: string, seq: number) {
  const row = await database.events.get([id, seq]);
  if (!row) throw new Error('No such row.');
  return row.box;
}

type Harm = (vault: OpenVault, id: string, other: string) => Promise<unknown>;

const HARMS: readonly (readonly [string, Harm, readonly number[]])[] = [
  [
    'one bit turned',
    async (vault, session, _) => {
      const box = await boxAt(vault, session, 2);
      box[20] = (box[20] ?? 0) ^ 4;
      await vault.database.events.put({ session, seq: 2, box });
    },
    [2],
  ],
  [
    'cut short',
    async (vault, session) =>
      vault.database.events.put({ session, seq: 2, box: (await boxAt(vault, session, 2)).slice(0, 9) }),
    [2],
  ],
  [
    'swapped with the same place of another session',
    async (vault, session, other) => {
      const [mine, theirs] = [await boxAt(vault, session, 1), await boxAt(vault, other, 1)];
      await vault.database.events.bulkPut([
        { session, seq: 1, box: theirs },
        { session: other, seq: 1, box: mine },
      ]);
    },
    [1],
  ],
  [
    'two swapped within the log',
    async (vault, session) => {
      const [one, two] = [await boxAt(vault, session, 1), await boxAt(vault, session, 2)];
      await vault.database.events.bulkPut([
        { session, seq: 1, box: two },
        { session, seq: 2, box: one },
      ]);
    },
    [1, 2],
  ],
  ['one deleted in the middle', (vault, session) => vault.database.events.delete([session, 2]), [2]],
  [
    'sealed with another key',
    async (vault, session) => {
      const key = (await createDataKey()).aes;
      const box = await sealAt(
        { ...vault, key },
        { table: 'events', id: session, seq: 3 },
        { type: 'ended', minute: 1 },
      );
      await vault.database.events.put({ session, seq: 3, box });
    },
    [3],
  ],
  [
    'of a kind that only a newer Sidelight knows',
    async (vault, session) => {
      const box = await sealAt(vault, { table: 'events', id: session, seq: 3 }, { type: 'sang', minute: 3 });
      await vault.database.events.put({ session, seq: 3, box });
    },
    [3],
  ],
];

describe('a row of the log', () => {
  test.each(HARMS)('%s is named; the rest is told and stays', async (_, harm, damaged) => {
    const { vault } = await anOpenVault();
    const [id, other] = [await aStored(vault), await aStored(vault)];
    await harm(vault, id, other);
    const before = await dumpRaw(vault.database.name);

    const reading = await read(vault, id);
    expect(reading.damaged).toEqual(damaged);
    expect(reading.session).toEqual(story.told(...damaged));
    expect(await dumpRaw(vault.database.name)).toEqual(before);
  });

  test.each([
    [
      'damaged',
      async (vault: OpenVault, session: string) =>
        vault.database.events.put({ session, seq: 0, box: new Uint8Array(40) }),
    ],
    ['gone', async (vault: OpenVault, session: string) => vault.database.events.delete([session, 0])],
  ])('at the beginning, %s: there is no session to tell, and its place is named', async (_, harm) => {
    const { vault } = await anOpenVault();
    const id = await aStored(vault);
    await harm(vault, id);
    expect(await read(vault, id)).toEqual({ session: null, damaged: [0] });
  });

  test('damaged while another page has it open leaves what that page knows', async () => {
    const { vault } = await anOpenVault();
    const id = await aLiveSession(vault);
    const log = new SessionLog(vault, id);
    await log.catchUp();
    await log.append(() => [{ type: 'ticked', minute: 1, behaviour: 'a' }]);
    await vault.database.events.put({ session: id, seq: 1, box: new Uint8Array(40) });
    await log.append(() => [{ type: 'ticked', minute: 1, behaviour: 'b' }]);
    expect([...(log.reading.value.session?.marks.keys() ?? [])]).toEqual(['a', 'b']);
    expect((await read(vault, id)).damaged).toEqual([1]);
  });

  test('damaged does not keep new acts from their places after it', async () => {
    const { vault } = await anOpenVault();
    const id = await aLiveSession(vault);
    await vault.database.events.bulkPut([
      { session: id, seq: 1, box: new Uint8Array(40) },
      { session: id, seq: 2, box: new Uint8Array(40) },
    ]);
    const log = new SessionLog(vault, id);
    await log.catchUp();
    await log.append(() => [{ type: 'ticked', minute: 1, behaviour: 'a' }]);
    expect((await read(vault, id)).session?.acts.map(({ seq }) => seq)).toEqual([3]);
  });
});

describe('a row beside the log', () => {
  test('of the list, swapped with another, keeps its place without a summary and stops nothing', async () => {
    const { vault } = await anOpenVault();
    const ids = [await aStored(vault), await aStored(vault), await aStored(vault)];
    const [first, second] = await vault.database.sessions.toArray();
    if (!first || !second) throw new Error('No rows.');
    await vault.database.sessions.put({ ...first, box: second.box });
    const { rows, total } = await listRows(vault, 10);
    const listed = await openSummaries(vault, rows);
    expect(total).toBe(3);
    expect(listed.map(({ id, summary }) => [id, summary !== null])).toEqual([
      [ids[2], true],
      [ids[1], true],
      [ids[0], false],
    ]);
    expect((await read(vault, ids[0] ?? '')).session).toEqual(story.told());
  });

  test('of the clock is told as no clock', async () => {
    const { vault } = await anOpenVault();
    const id = await aLiveSession(vault);
    expect(await getClock(vault, id)).not.toBeNull();
    await vault.database.live.update(id, { box: new Uint8Array(40) });
    expect(await getClock(vault, id)).toBeNull();
    expect(await vault.database.live.count()).toBe(1);
  });

  test('of a draft, put back from an earlier revision, is damage and not yesterday’s words', async () => {
    const { vault } = await anOpenVault();
    const id = await aLiveSession(vault);
    await saveDraft(vault, id, 'note', { text: 'one', begun: 0, revision: 0 });
    const old = await vault.database.drafts.get([id, 'note']);
    await saveDraft(vault, id, 'note', { text: 'two', begun: 0, revision: 1 });
    const now = await vault.database.drafts.get([id, 'note']);
    if (!old || !now) throw new Error('No draft.');
    await vault.database.drafts.put({ ...now, box: old.box });
    expect(await getDraft(vault, id, 'note')).toMatchObject({ text: '', isDamaged: true });
    expect(await vault.database.drafts.count()).toBe(1);
  });
});
