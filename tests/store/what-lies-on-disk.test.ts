import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { SessionEvent } from '../../src/domain/session-event';
import { summarise } from '../../src/domain/session-summary';
import { saveDraft } from '../../src/store/drafts';
import { addKeyring, swapKeyring } from '../../src/store/keyring';
import type { OpenVault } from '../../src/store/open-vault';
import { SessionLog } from '../../src/store/session-log';
import { addFinishedSession, createSession, keepClock, readyEnd } from '../../src/store/sessions';
import { putSetting } from '../../src/store/settings';
import { aSession } from '../fixtures/a-session';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';
import { dumpRaw, textsIn } from '../fixtures/raw-database';
import { watchWrites } from '../fixtures/watched-writes';
import { aVault } from '../vault/a-vault';

const SECRETS = [
  'Heron',
  'honour-a-no',
  'strain',
  'quokka',
  'wombat',
  '2026-03-04',
  'trust-essentials',
  '987654',
];
const CLOCK = { elapsed: 987_654, anchor: { wall: 987_654, mono: 0, page: 'a page' } };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Writes everything a vault can hold, all of it with the words above in it. */
async function writeEverything(vault: OpenVault): Promise<void> {
  const { keyring } = await aVault();
  await addKeyring(vault.database, keyring);
  await swapKeyring(vault.database, keyring, keyring);
  await putSetting(vault, { name: 'language', schema: z.string(), usual: '' }, 'quokka');

  const over = await aLiveSession(vault);
  const log = new SessionLog(vault, over);
  await log.catchUp();
  await log.append(() => [{ type: 'ticked', minute: 3, behaviour: 'honour-a-no' }]);
  await keepClock(vault, over, CLOCK);
  await saveDraft(vault, over, 'note', { text: 'wombat', begun: 3, revision: 0 });
  const end: SessionEvent[] = [
    { type: 'note-written', minute: 3, text: 'wombat' },
    { type: 'ended', minute: 50 },
  ];
  const ended = aSession()
    .started()
    .happened(...end);
  await log.append(
    () => end,
    () => readyEnd(vault, over, summarise(ended.told()), { text: 'wombat', begun: 3, revision: 1 }),
  );

  const story = aSession().started().marked('strain', 4).worded(1, 'quokka', 4).ended(51);
  await addFinishedSession(vault, crypto.randomUUID(), story.log(), summarise(story.told()));

  const id = await aLiveSession(vault);
  await saveDraft(vault, id, 'note', { text: 'wombat', begun: 3, revision: 0 });
  await keepClock(vault, id, CLOCK);
}

describe('on the disk', () => {
  test('no word, code, day, minute or name of a behaviour can be read', async () => {
    const { vault } = await anOpenVault();
    await writeEverything(vault);
    const rows = await dumpRaw(vault.database.name);
    expect(new Set(rows.map(({ table }) => table))).toEqual(
      new Set(['keyring', 'settings', 'sessions', 'events', 'live', 'drafts']),
    );
    for (const { table, key, value } of rows) {
      const texts = textsIn([key, value]).join('\n').toLowerCase();
      for (const secret of SECRETS)
        expect([table, texts.includes(secret.toLowerCase())]).toEqual([table, false]);
    }
  });

  test('a row has opaque ids, counters and a box, and nothing else', async () => {
    const { vault } = await anOpenVault();
    await writeEverything(vault);
    const box = expect.any(Uint8Array);
    const uuid = expect.stringMatching(UUID);
    const number = expect.any(Number);
    const shapes: Record<string, object> = {
      events: { session: uuid, seq: number, box },
      sessions: { n: number, id: uuid, box },
      live: { session: uuid, box },
      drafts: { session: uuid, field: 'note', revision: number, box },
      settings: { id: 'language', box },
      // A slot was replaced above, and no sweep has come yet.
      keyring: {
        id: 'keyring',
        keyring: { version: 1, slots: expect.any(Array) },
        sweep: expect.any(String),
      },
    };
    for (const { table, value } of await dumpRaw(vault.database.name)) expect(value).toEqual(shapes[table]);
  });

  test('the same thing written twice is never the same bytes', async () => {
    const { vault } = await anOpenVault();
    const story = aSession().started().ended(50);
    for (const id of ['one', 'other'])
      await addFinishedSession(vault, id, story.log(), summarise(story.told()));
    const boxes = (await dumpRaw(vault.database.name)).map(({ value }) => textsIn(value).at(-1));
    expect(new Set(boxes).size).toBe(boxes.length);
  });
});

describe('every write', () => {
  test('asks for strict durability, and gets it', async () => {
    const watched = watchWrites();
    const { vault } = await anOpenVault();
    await writeEverything(vault);
    expect(watched.durabilities.length).toBeGreaterThanOrEqual(11);
    expect(new Set(watched.durabilities)).toEqual(new Set(['strict']));
  });

  test('is sealed before its transaction begins', async () => {
    const watched = watchWrites();
    const { vault } = await anOpenVault();
    await writeEverything(vault);
    expect(watched.durabilities).not.toEqual([]);
    expect(watched.cryptoInside).toBe(0);
  });

  test('that cannot be sealed leaves nothing behind', async () => {
    const { vault } = await anOpenVault();
    const readOnly = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['decrypt']);
    const started = aSession().started().log()[0]?.event;
    if (started?.type !== 'started') throw new Error('No beginning.');
    const attempt = createSession({ ...vault, key: readOnly }, 'one', started, CLOCK);
    await expect(attempt).rejects.toThrow(DOMException);
    expect(await dumpRaw(vault.database.name)).toEqual([]);
  });
});
