import { describe, expect, test } from 'vitest';
import { readAllClients, setArchived, setHold, setRetention } from '../../src/app/clients';
import { LiveSession } from '../../src/app/live-session';
import { renameClient } from '../../src/app/rename-client';
import { foldSession } from '../../src/domain/session';
import type { OpenVault } from '../../src/store/open-vault';
import { readLog } from '../../src/store/session-log';
import { getSummary } from '../../src/store/sessions';
import { addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';
import { refuseWrites } from '../fixtures/refused-writes';

const world = new AWorld().page();
const TODAY = '2026-03-04';

async function addSession(vault: OpenVault, client: string): Promise<string> {
  const id = crypto.randomUUID();
  const told = aSession().started({ client }).ticked('agree-a-goal', 3).ended(50);
  await addTold(
    vault,
    id,
    told.log().map(({ event }) => event),
  );
  return id;
}

async function codesOf(vault: OpenVault): Promise<[string | null, number][]> {
  const { clients } = await readAllClients(vault, TODAY);
  return clients.map(({ code, sessions }) => [code, sessions.length]);
}

describe('a new code', () => {
  test('is in every session’s log and line, whatever it is written in, and the old one is its history', async () => {
    const { vault } = await anOpenVault();
    const ids = [await addSession(vault, 'Heron'), await addSession(vault, 'Heron')];
    await addSession(vault, 'Wren');
    await renameClient(vault, world, 'Heron', '🪶 خجول');
    expect(new Map(await codesOf(vault))).toEqual(
      new Map([
        ['Wren', 1],
        ['🪶 خجول', 2],
      ]),
    );
    for (const id of ids) {
      const { log } = await readLog(vault, id);
      expect([foldSession(log)?.client, (await getSummary(vault, id))?.client]).toEqual([
        '🪶 خجول',
        '🪶 خجول',
      ]);
      expect(log[0]?.event).toMatchObject({ type: 'started', client: 'Heron' });
    }
  });

  test('reaches a session that is live, which goes on', async () => {
    const { vault, another } = await anOpenVault();
    const id = await aLiveSession(vault, 'Heron');
    const page = await LiveSession.open(await another(), world, id);
    const ticks = Promise.all(['a', 'b', 'c'].map(behaviour => page.dispatch({ do: 'tick', behaviour })));
    await renameClient(vault, world, 'Heron', 'Wren');
    await ticks;
    await expect.poll(() => page.reading.value.session?.client).toBe('Wren');
    await page.end();
    page.close();
    expect(await getSummary(vault, id)).toMatchObject({ client: 'Wren', state: 'to-review' });
    expect(foldSession((await readLog(vault, id)).log)?.marks.size).toBe(3);
  });

  test('that is known puts both together: the longer retention and the hold stand, and who is seen stays in sight', async () => {
    const { vault } = await anOpenVault();
    await addSession(vault, 'Heron');
    await addSession(vault, 'Wren');
    await setRetention(vault, world, 'Heron', 10);
    await setArchived(vault, world, 'Heron', true);
    await setRetention(vault, world, 'Wren', 5);
    await setHold(vault, world, 'Heron', 'a complaint');
    await renameClient(vault, world, 'Heron', 'Wren');
    const { clients } = await readAllClients(vault, TODAY);
    expect(clients).toMatchObject([{ code: 'Wren', years: 10, hold: { reason: 'a complaint' } }]);
    expect([clients[0]?.sessions.length, clients[0]?.archived ?? false]).toEqual([2, false]);
    expect(await vault.database.clients.count()).toBe(1);
  });

  test('is nowhere when the browser will not write, and everywhere at the next try', async () => {
    const { vault } = await anOpenVault();
    for (let count = 0; count < 3; count += 1) await addSession(vault, 'Heron');
    const relent = refuseWrites();
    await expect(renameClient(vault, world, 'Heron', 'Wren')).rejects.toThrow();
    expect(await codesOf(vault)).toEqual([['Heron', 3]]);
    relent();
    await renameClient(vault, world, 'Heron', 'Wren');
    expect(await codesOf(vault)).toEqual([['Wren', 3]]);
  });

  test('takes along sessions of which the line, the beginning or another event is damaged', async () => {
    const { vault } = await anOpenVault();
    const [noLine, noBeginning, noTick] = [
      await addSession(vault, 'Heron'),
      await addSession(vault, 'Heron'),
      await addSession(vault, 'Heron'),
    ];
    await vault.database.sessions
      .where('id')
      .equals(noLine)
      .modify({ box: new Uint8Array(80) });
    await vault.database.events.update([noBeginning, 0], { box: new Uint8Array(80) });
    await vault.database.events.update([noTick, 1], { box: new Uint8Array(80) });
    await renameClient(vault, world, 'Heron', 'Wren');
    expect(await codesOf(vault)).toEqual([['Wren', 3]]);
    await vault.database.sessions
      .where('id')
      .equals(noLine)
      .modify({ box: new Uint8Array(80) });
    expect(await codesOf(vault)).toEqual([['Wren', 3]]);
  });
});
