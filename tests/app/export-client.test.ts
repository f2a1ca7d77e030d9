import { describe, expect, test } from 'vitest';
import { readAllClients } from '../../src/app/clients';
import { readClientForExport, toExportJson } from '../../src/app/export-client';
import { summarise } from '../../src/domain/session-summary';
import type { OpenVault } from '../../src/store/open-vault';
import { addFinishedSession } from '../../src/store/sessions';
import { aSession } from '../fixtures/a-session';
import { anOpenVault } from '../fixtures/an-open-vault';

const HOSTILE = '<b>"\'&</b>\n`*_# \u202e __proto__ \ud800';

async function aStored(vault: OpenVault, id: string, day: string, client = 'Heron') {
  const story = aSession().started({ client, day }).ticked('a', 1).noted(`${day} ${HOSTILE}`, 2).ended(50);
  await addFinishedSession(vault, id, story.log(), summarise(story.told()));
  return story;
}

async function exportOf(vault: OpenVault) {
  const { clients } = await readAllClients(vault, '2026-03-04');
  const heron = clients.find(({ code }) => code === 'Heron');
  if (!heron) throw new Error('Heron has sessions.');
  return { heron, sessions: await readClientForExport(vault, heron) };
}

describe('the export of a client', () => {
  test('holds every session of that client and of nobody else, oldest first', async () => {
    const { vault } = await anOpenVault();
    await aStored(vault, 'two', '2026-02-02');
    await aStored(vault, 'wren', '2026-01-15', 'Wren');
    const first = await aStored(vault, 'one', '2026-01-01');
    const { heron, sessions } = await exportOf(vault);
    expect(sessions.map(({ session }) => session?.day)).toEqual(['2026-01-01', '2026-02-02']);
    expect(sessions[0]).toEqual({ session: first.told(), log: first.log(), damaged: [] });

    const json = toExportJson(heron, sessions, '2026-03-04', 'Keep apart.');
    expect(Object.keys(JSON.parse(json))[0]).toBe('notice');
    expect(JSON.parse(json)).toMatchObject({
      notice: 'Keep apart.',
      format: 'sidelight client export',
      version: 1,
      made: '2026-03-04',
      client: 'Heron',
      sessions: [
        { day: '2026-01-01', planned: 50, ended: 50, log: JSON.parse(JSON.stringify(first.log())) },
        {},
      ],
    });
    expect(json).not.toContain('Wren');
  });

  test('leaves out what is damaged, names its place, and keeps the rest', async () => {
    const { vault } = await anOpenVault();
    const story = await aStored(vault, 'one', '2026-01-01');
    await aStored(vault, 'two', '2026-02-02');
    await vault.database.events.put({ session: 'one', seq: 2, box: new Uint8Array(40) });
    await vault.database.events.delete(['two', 1]);
    await vault.database.sessions
      .where('id')
      .equals('two')
      .modify({ box: new Uint8Array(40) });
    const { sessions } = await exportOf(vault);
    expect(sessions.map(({ damaged }) => damaged)).toEqual([[2], [1]]);
    expect(sessions[0]?.session).toEqual(story.told(2));
    expect(sessions[1]?.session?.note?.text).toContain('2026-02-02');
  });

  test('holds a session whose beginning is lost, as far as it goes', async () => {
    const { vault } = await anOpenVault();
    await aStored(vault, 'one', '2026-01-01');
    await vault.database.events.delete(['one', 0]);
    const { sessions } = await exportOf(vault);
    expect(sessions).toMatchObject([{ session: null, damaged: [0] }]);
    expect(sessions[0]?.log).toHaveLength(3);
  });
});
