import { describe, expect, test } from 'vitest';
import { readActivity } from '../../src/app/activity';
import { liftHold, readAllClients, readDueClients, setHold, setRetention } from '../../src/app/clients';
import { eraseClient, eraseEverything } from '../../src/app/erase';
import { summarise } from '../../src/domain/session-summary';
import { addKeyring, getKeyring } from '../../src/store/keyring';
import type { OpenVault } from '../../src/store/open-vault';
import { addFinishedSession } from '../../src/store/sessions';
import { isSweepDue } from '../../src/store/sweep-due';
import { aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession, anOpenVault, harmLog } from '../fixtures/an-open-vault';
import { watchForFaults } from '../fixtures/faults';
import { answer, dumpRaw } from '../fixtures/raw-database';
import { aVault } from '../vault/a-vault';

const world = new AWorld().page();
const TODAY = '2026-03-04';

async function aStored(vault: OpenVault, client: string | null, day = '2026-03-01'): Promise<string> {
  const id = crypto.randomUUID();
  const story = aSession().started({ client, day }).ticked('a', 1).noted(`about ${client}`, 2).ended(50);
  await addFinishedSession(vault, id, story.log(), summarise(story.told()));
  return id;
}

/** Two sessions of Heron with a settled retention, one of Wren, one with no client; ids in that order. */
async function aPractice() {
  const { vault, another } = await anOpenVault();
  const ids = [
    await aStored(vault, 'Heron', '2019-03-04'),
    await aStored(vault, 'Wren'),
    await aStored(vault, 'Heron', '2018-01-01'),
    await aStored(vault, null),
  ] as const;
  await setRetention(vault, world, 'Heron', 7);
  await setHold(vault, world, 'Wren', 'a complaint');
  return { vault, another, ids };
}

const rowsOf = async ({ database }: OpenVault) => await dumpRaw(database.name);
const codesOf = async (vault: OpenVault) =>
  (await readAllClients(vault, TODAY)).clients.map(({ code }) => code);

describe('the clients of a vault', () => {
  test('are read from sealed rows, with retention and hold', async () => {
    const { vault, ids } = await aPractice();
    const { clients, damagedRecords, damagedSessions } = await readAllClients(vault, TODAY);
    expect(clients).toMatchObject([
      { code: 'Heron', sessions: [ids[2], ids[0]], lastDay: '2019-03-04', years: 7, isDue: true },
      { code: 'Wren', hold: { reason: 'a complaint', since: TODAY }, isDue: false },
      { code: null, sessions: [ids[3]] },
    ]);
    expect([damagedRecords, damagedSessions]).toEqual([0, 0]);
    expect((await readDueClients(vault, TODAY)).map(({ code }) => code)).toEqual(['Heron']);
  });

  test('are known from the log when a summary is damaged, and counted when both are', async () => {
    const { vault, ids } = await aPractice();
    await vault.database.sessions
      .where('id')
      .anyOf(ids[0], ids[1])
      .modify({ box: new Uint8Array(40) });
    await harmLog(vault, ids[1]);
    const { clients, damagedSessions } = await readAllClients(vault, TODAY);
    expect(clients.find(({ code }) => code === 'Heron')?.sessions).toEqual([ids[2], ids[0]]);
    expect(damagedSessions).toBe(1);
  });

  test('settled in two windows at once keep both settings', async () => {
    const { vault, another } = await aPractice();
    const other = await another();
    await Promise.all([
      setRetention(vault, world, 'Plover', 5),
      setHold(other, world, 'Plover', 'a court'),
      setRetention(other, world, 'Heron', 10),
    ]);
    const { clients } = await readAllClients(vault, TODAY);
    expect(clients.find(({ code }) => code === 'Plover')).toMatchObject({
      years: 5,
      hold: { reason: 'a court' },
    });
    expect(clients.find(({ code }) => code === 'Heron')).toMatchObject({ years: 10 });
    expect(await vault.database.clients.count()).toBe(3);
  });
});

describe('erasing a client', () => {
  test('takes every row of its sessions and leaves every other byte', async () => {
    const { vault, ids } = await aPractice();
    const before = await rowsOf(vault);
    expect(await eraseClient(vault, world, 'Heron')).toEqual({ is: 'erased' });
    const after = await rowsOf(vault);
    const gone = JSON.stringify([ids[0], ids[2]]);
    for (const row of after.filter(({ table }) => table !== 'activity')) expect(before).toContainEqual(row);
    for (const id of JSON.parse(gone) as string[]) expect(JSON.stringify(after)).not.toContain(id);
    expect(await codesOf(vault)).toEqual(['Wren', null]);
    expect(await vault.database.clients.count()).toBe(1);
    expect(await readActivity(vault)).toEqual([{ day: TODAY, done: [{ kind: 'erased', times: 1 }] }]);
  });

  test('takes the bytes off the disk too, and leaves word for the next page', async () => {
    const { vault } = await aPractice();
    const { keyring } = await aVault();
    await vault.database.keyring.put({ id: 'keyring', keyring });
    const swept = () =>
      indexedDB.databases().then(all => all.some(({ name }) => name?.startsWith('sidelight-sweep')));
    for (const { name = '' } of await indexedDB.databases())
      if (name.startsWith('sidelight-sweep')) await answer(indexedDB.deleteDatabase(name));
    await navigator.locks
      .request('sidelight sweep', async () => {
        const erasing = eraseClient(vault, world, 'Heron');
        await expect.poll(() => isSweepDue(vault.database)).toBe(true);
        expect(await codesOf(vault)).toEqual(['Wren', null]);
        expect(await swept()).toBe(false);
        // Waited for outside, since it waits for the lock that is held here.
        return { erasing };
      })
      .then(({ erasing }) => erasing);
    // Swept once; the next page that opens makes sure of it.
    expect(await isSweepDue(vault.database)).toBe(true);
    expect(await swept()).toBe(true);
    expect(await getKeyring(vault.database)).toEqual(keyring);
  });

  test('takes the sessions with no client when asked for them', async () => {
    const { vault } = await aPractice();
    expect(await eraseClient(vault, world, null)).toEqual({ is: 'erased' });
    expect(await codesOf(vault)).toEqual(['Heron', 'Wren']);
  });

  test('takes a session whose summary is damaged, and the draft of one', async () => {
    const { vault, ids } = await aPractice();
    await vault.database.sessions
      .where('id')
      .equals(ids[0])
      .modify({ box: new Uint8Array(40) });
    await vault.database.drafts.add({ session: ids[0], field: 'note', revision: 1, box: new Uint8Array(40) });
    await eraseClient(vault, world, 'Heron');
    expect(JSON.stringify(await rowsOf(vault))).not.toContain(ids[0]);
  });

  test('is refused while a hold stands, and nothing is touched', async () => {
    const { vault } = await aPractice();
    const before = await rowsOf(vault);
    expect(await eraseClient(vault, world, 'Wren')).toEqual({
      is: 'held',
      by: [{ code: 'Wren', hold: { reason: 'a complaint', since: TODAY } }],
    });
    expect(await rowsOf(vault)).toEqual(before);
    await liftHold(vault, world, 'Wren');
    expect(await eraseClient(vault, world, 'Wren')).toEqual({ is: 'erased' });
  });

  test('is refused by a hold that another window sets at that very moment', async () => {
    const { vault, another } = await aPractice();
    const other = await another();
    const [erased] = await Promise.all([
      eraseClient(vault, world, 'Heron'),
      setHold(other, world, 'Heron', 'a court'),
    ]);
    // Whichever came first, sessions and hold never contradict each other.
    const heron = (await readAllClients(vault, TODAY)).clients.find(({ code }) => code === 'Heron');
    expect(heron?.sessions.length).toBe(erased.is === 'erased' ? 0 : 2);
    expect(heron?.hold).not.toBeNull();
  });

  test('is refused while a session with the client is live', async () => {
    const { vault } = await aPractice();
    await aLiveSession(vault, 'Heron');
    const before = await rowsOf(vault);
    expect(await eraseClient(vault, world, 'Heron')).toEqual({ is: 'session-live' });
    expect(await rowsOf(vault)).toEqual(before);
  });

  test.each(['refused', 'dropped'] as const)('is all or nothing when any one step is %s', async fault => {
    const faults = watchForFaults();
    const first = await aPractice();
    const steps = await faults.count(() => eraseClient(first.vault, world, 'Heron'));
    expect(steps).toBeGreaterThan(20);

    let failed = 0;
    for (let step = 1; step <= steps; step += 1) {
      const { vault } = await aPractice();
      const whole = JSON.stringify(await rowsOf(vault), asHex);
      const isErased = await faults.failAt(step, fault, () => eraseClient(vault, world, 'Heron'));
      if (!isErased) {
        failed += 1;
        expect(JSON.stringify(await rowsOf(vault), asHex)).toBe(whole);
        expect(await eraseClient(vault, world, 'Heron')).toEqual({ is: 'erased' });
      }
      expect(await codesOf(vault)).toEqual(['Wren', null]);
      vault.database.close();
    }
    // What is dropped after it has answered does no harm in a reading; every step of the writing does.
    expect(failed).toBeGreaterThan(fault === 'refused' ? steps - 5 : 10);
  });
});

describe('erasing everything', () => {
  async function aKeptPractice() {
    const { vault, another } = await anOpenVault();
    const { keyring } = await aVault();
    await addKeyring(vault.database, keyring);
    await aStored(vault, 'Heron');
    return { vault, another, keyring };
  }

  test('is refused while any hold stands, with its reason and day, and does nothing', async () => {
    const { vault } = await aKeptPractice();
    await setHold(vault, world, 'Heron', 'a complaint');
    const before = await rowsOf(vault);
    let forgotten = 0;
    const forget = async () => {
      forgotten += 1;
    };
    expect(await eraseEverything(vault, world, { unmark: async () => {}, forget })).toEqual({
      is: 'held',
      by: [{ code: 'Heron', hold: { reason: 'a complaint', since: TODAY } }],
    });
    expect(await rowsOf(vault)).toEqual(before);
    expect(forgotten).toBe(0);
  });

  test('destroys the keyring before it deletes anything, then every database', async () => {
    const { vault, keyring } = await aKeptPractice();
    expect(JSON.stringify(await rowsOf(vault))).toContain(keyring.slots[0]?.wrapped);
    const rowsAtDeletion = aConnectionToldOfDeletion(vault.database.name);
    let leftAtForgetting: unknown;
    const forget = async () => {
      leftAtForgetting = await indexedDB.databases();
    };
    expect(await eraseEverything(vault, world, { unmark: async () => {}, forget })).toEqual({ is: 'erased' });
    const rows = await rowsAtDeletion;
    expect(rows).toMatchObject({ keyring: [{ keyring: 'destroyed' }], sessions: [{}] });
    expect(JSON.stringify(rows)).not.toContain('age1');
    expect(leftAtForgetting).toEqual([]);
  });

  test('is not held up by another page that has the vault open', async () => {
    const { vault, another } = await aKeptPractice();
    const other = await another();
    expect(await eraseEverything(vault, world, { unmark: async () => {}, forget: async () => {} })).toEqual({
      is: 'erased',
    });
    expect(await indexedDB.databases()).toEqual([]);
    // What that page still does must not bring an empty database back.
    await expect(setRetention(other, world, 'Heron', 5)).rejects.toThrow();
    expect(await indexedDB.databases()).toEqual([]);
  });
});

/** What a connection past our own code still reads when it is told that its database is to go. */
function aConnectionToldOfDeletion(name: string): Promise<Record<string, unknown[]>> {
  return new Promise(resolve => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      const database = (target as IDBOpenDBRequest).result;
      database.onversionchange = async () => {
        const transaction = database.transaction(['keyring', 'sessions']);
        const [keyring, sessions] = await Promise.all(
          ['keyring', 'sessions'].map(table => answer(transaction.objectStore(table).getAll())),
        );
        database.close();
        resolve({ keyring: keyring ?? [], sessions: sessions ?? [] });
      };
    };
  });
}

function asHex(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? value.toHex() : value;
}
