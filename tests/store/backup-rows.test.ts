import { describe, expect, it } from 'vitest';
import { readRest, readSessions, type SessionsRead } from '../../src/store/backup-rows';
import type { OpenVault } from '../../src/store/open-vault';
import { addMadeUp, addRest, addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { anOpenVault, layRowByRow } from '../fixtures/an-open-vault';
import { idOf, madeUpEvents, madeUpSummary } from '../fixtures/made-up-sessions';

const NOW = { wall: 0, mono: 0, page: 'a page' };

async function readAll(vault: OpenVault): Promise<SessionsRead> {
  const all: SessionsRead[] = [];
  for await (const some of readSessions(vault)) all.push(some);
  return { sessions: all.flatMap(({ sessions }) => sessions), unread: all.flatMap(({ unread }) => unread) };
}

async function flipEvent({ database }: OpenVault, session: string, seq: number): Promise<void> {
  await database.events.where({ session, seq }).modify(row => {
    row.box[20] = (row.box[20] ?? 0) ^ 1;
  });
}

describe('reading for a backup', () => {
  it('tells every session in the order of the list, across batches', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 230);
    const { sessions, unread } = await readAll(vault);
    expect(sessions.map(({ id }) => id)).toEqual(Array.from({ length: 230 }, (_, number) => idOf(number)));
    expect(sessions[17]?.events.map(({ event }) => event)).toEqual(madeUpEvents(17));
    expect(unread).toEqual([]);
  });

  it('names a damaged event with its session and goes on', async () => {
    const { vault } = await anOpenVault();
    await addTold(
      vault,
      'one',
      aSession()
        .started({ client: 'Heron' })
        .ticked('a')
        .ticked('b')
        .ended(9)
        .log()
        .map(({ event }) => event),
    );
    await layRowByRow(vault, 'one');
    await addMadeUp(vault, 1);
    await flipEvent(vault, 'one', 1);
    const { sessions, unread } = await readAll(vault);
    expect(sessions[0]?.events.map(({ seq }) => seq)).toEqual([0, 2, 3]);
    expect(sessions).toHaveLength(2);
    expect(unread).toEqual([
      { table: 'events', id: 'one', seq: 1, of: { day: '2026-03-04', client: 'Heron' }, isAll: false },
    ]);
  });

  it('keeps the summary of a session whose beginning is damaged', async () => {
    const { vault } = await anOpenVault();
    const story = aSession().started().ticked('a', 1).ended(50);
    await addTold(
      vault,
      'one',
      story.log().map(({ event }) => event),
    );
    await layRowByRow(vault, 'one');
    await flipEvent(vault, 'one', 0);
    const { sessions, unread } = await readAll(vault);
    expect(sessions[0]?.summary).toMatchObject({ state: 'to-review', minutes: 50 });
    expect(unread).toMatchObject([{ table: 'events', seq: 0, of: { day: '2026-03-04' } }]);
  });

  it('keeps the summary of a packed session that does not open, and names its place', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 1);
    const [pack, ...others] = await vault.database.events.toArray();
    if (!pack || others.length > 0) throw new Error('This session should be packed.');
    await flipEvent(vault, idOf(0), pack.seq);
    const { sessions, unread } = await readAll(vault);
    expect(sessions).toMatchObject([{ events: [], summary: madeUpSummary(0) }]);
    const lost = { isAll: true, of: { day: madeUpSummary(0).day } };
    expect(unread).toMatchObject([
      { seq: 0, ...lost },
      { seq: pack.seq, ...lost },
    ]);
  });

  it('finds a log without its line in the list, and a line without its log', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 3);
    await vault.database.sessions.where({ id: idOf(1) }).delete();
    await vault.database.events
      .where('[session+seq]')
      .between([idOf(2), 0], [idOf(2), 999])
      .delete();
    const { sessions, unread } = await readAll(vault);
    expect(sessions.map(({ id }) => id)).toEqual([idOf(0), idOf(2), idOf(1)]);
    expect(sessions[1]).toMatchObject({ events: [], summary: madeUpSummary(2) });
    expect(unread).toMatchObject([{ table: 'events', id: idOf(2), seq: 0 }]);
  });

  it('is not stopped by rows that nothing of ours wrote', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 1);
    const { events, settings, drafts, live } = vault.database;
    const box = new Uint8Array(5);
    await events.bulkAdd([
      { session: idOf(0), seq: 1e12, box },
      { session: idOf(0), seq: -3.5, box },
      { session: 'not an id\u0000', seq: 0, box },
    ]);
    await settings.add({ id: 'two words', box: 'no box' as never });
    await drafts.add({ session: 'x', field: 'note', revision: 1, box });
    await live.add({ session: 'x', box });
    const { sessions, unread } = await readAll(vault);
    expect(sessions.map(({ id }) => id)).toEqual([idOf(0)]);
    expect(sessions[0]?.events).toHaveLength(madeUpEvents(0).length);
    expect(unread.map(({ table, id }) => [table, id])).toEqual([
      ['events', idOf(0)],
      ['events', idOf(0)],
      ['events', 'unnameable'],
      ['sessions', 'unnameable'],
    ]);
    const rest = await readRest(vault, NOW);
    expect(rest.unread.map(({ table }) => table).sort()).toEqual(['drafts', 'live', 'settings']);
  });

  it('leaves what is about this computer where it is', async () => {
    const { vault } = await anOpenVault();
    await addRest(vault);
    const rest = await readRest(vault, NOW);
    expect(rest.settings).toEqual([{ id: 'appearance', content: { scheme: 'dark', '': [1.5, null, 'é'] } }]);
    expect(rest.activity).toEqual([{ id: 'activity-1', content: { day: '2026-03-04', kind: 'unlocked' } }]);
  });
});
