import { describe, expect, it } from 'vitest';
import { bringHome, readSent, takeHome } from '../../src/app/bring-home';
import { beginNewSentPackets, readForPacket, readyPacket } from '../../src/app/make-packet';
import { digestOf, sealDocument } from '../../src/app/packet-file';
import { checkRecords } from '../../src/app/proof';
import {
  beginNewOpenedPackets,
  beginNewSecondRatings,
  commentInPacket,
  forgetPacket,
  nameRater,
  openPacket,
  rateInPacket,
  readPacket,
  returnRatings,
} from '../../src/app/rate-packet';
import { SessionRecord } from '../../src/app/session-record';
import {
  beginNewSupervisionLog,
  removeSupervisionEntry,
  saveSupervisionEntry,
} from '../../src/app/supervision-log';
import type { Packet, Returned } from '../../src/domain/packet';
import { eraseSessions } from '../../src/store/erase';
import type { OpenVault } from '../../src/store/open-vault';
import {
  packetSetting,
  SENT_PACKETS_SETTING,
  SUPERVISION_LOG_SETTING,
  secondRatingsSetting,
} from '../../src/store/packets';
import { readLog } from '../../src/store/session-log';
import { getSetting, setAside } from '../../src/store/settings';
import { addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { anOpenVault } from '../fixtures/an-open-vault';
import { idOf } from '../fixtures/made-up-sessions';
import { dumpRaw, textsIn } from '../fixtures/raw-database';

const PASSPHRASE = 'seven slow rivers home';
const GOAL = 'agree-a-goal';
const world = new AWorld().page();

const story = aSession()
  .started()
  .ticked(GOAL, 3)
  .marked('tenseness', 9)
  .marked('strain', 17)
  .noted('Heron.', 20)
  .ended(50);

/** A vault with some sessions, and the packet that was made of them. */
async function aSentPacket(count = 1) {
  const { vault } = await anOpenVault();
  const ids = Array.from({ length: count }, (_, number) => idOf(number));
  for (const id of ids)
    await addTold(
      vault,
      id,
      story.log().map(({ event }) => event),
    );
  const { sessions } = await readForPacket(vault, ids);
  const ready = await readyPacket(vault, world, sessions, new Map());
  if ('refused' in ready) throw new Error(ready.refused);
  await ready.note();
  return { vault, ids, packet: ready.packet };
}

/** What somebody who rates the first session’s goal gives back. */
async function ratingsOf(packet: Packet, ratings: Returned['sessions'][number]['ratings'] = { [GOAL]: 2 }) {
  const returned: Returned = {
    format: 'sidelight-ratings',
    version: 1,
    packet: packet.id,
    digest: await digestOf(packet),
    by: 'Ruth',
    sessions: packet.sessions.map(({ key }) => ({ key, ratings, comments: [{ moment: 1, text: 'Here.' }] })),
  };
  return returned;
}

const lock = async (document: object) => (await sealDocument(document, PASSPHRASE)) as Blob;
const home = (vault: OpenVault, document: object) => takeHome(vault, world, document);
const secondOf = async (vault: OpenVault, id: string) =>
  (await readLog(vault, id)).log.flatMap(({ event }) => (event.type === 'second-rated' ? [event] : []));

describe('ratings that come home', () => {
  it('stand in the log of their session, each comment at its moment’s place in the log', async () => {
    const { vault, ids, packet } = await aSentPacket();
    expect(await home(vault, await ratingsOf(packet))).toMatchObject({
      by: 'Ruth',
      sessions: [{ session: ids[0], came: 'new', hasChanged: false }],
    });
    expect(await secondOf(vault, idOf(0))).toMatchObject([
      { by: 'Ruth', ratings: { [GOAL]: 2 }, comments: [{ moment: 3, text: 'Here.' }] },
    ]);
  });

  it('twice change nothing; others of the same supervisor take their place', async () => {
    const { vault, packet } = await aSentPacket();
    await home(vault, await ratingsOf(packet));
    expect(await home(vault, await ratingsOf(packet))).toMatchObject({ sessions: [{ came: 'again' }] });
    expect(await secondOf(vault, idOf(0))).toHaveLength(1);
    expect(await home(vault, await ratingsOf(packet, { [GOAL]: 3 }))).toMatchObject({
      sessions: [{ came: 'new' }],
    });
    const [sent] = await getSetting(vault, SENT_PACKETS_SETTING);
    const [session] = await readSent(vault, sent as NonNullable<typeof sent>);
    expect(session?.session?.audit.second).toMatchObject([{ ratings: { [GOAL]: 3 } }]);
    expect(sent?.home).toHaveLength(1);
  });

  it('for five hundred sessions all find their place', async () => {
    const { vault, packet } = await aSentPacket(500);
    const brought = await home(vault, await ratingsOf(packet));
    if ('refused' in brought) throw new Error(brought.refused);
    expect(brought.sessions.filter(({ came }) => came === 'new')).toHaveLength(500);
    expect(await secondOf(vault, idOf(499))).toHaveLength(1);
  });

  it('to a session since erased are told as having no place, and the others land', async () => {
    const { vault, packet } = await aSentPacket(2);
    const what = { sessions: [idOf(0)], clients: [], knownClients: [], knownSessions: 2 };
    expect(await eraseSessions(vault, what, async () => {})).toBe('erased');
    expect(await home(vault, await ratingsOf(packet))).toMatchObject({
      sessions: [{ came: 'gone' }, { came: 'new' }],
    });
    expect(await vault.database.events.where('session').equals(idOf(0)).count()).toBe(0);
  });

  it('to a session since amended land, and say so', async () => {
    const { vault, packet } = await aSentPacket();
    const record = await SessionRecord.open(vault, world, idOf(0));
    await record.settle('sign-off');
    await record.dispatch({ do: 'amend', reason: 'read again', text: 'slower' });
    record.close();
    expect(await home(vault, await ratingsOf(packet))).toMatchObject({
      sessions: [{ came: 'new', hasChanged: true }],
    });
  });

  it.each<[string, string, (good: Returned) => object]>([
    ['of another trainee', 'unknown-packet', good => ({ ...good, packet: 'another-packet' })],
    ['of a changed packet', 'changed-packet', good => ({ ...good, digest: '0'.repeat(64) })],
    ['of a newer version', 'newer-version', good => ({ ...good, version: 2 })],
    [
      'of a session that was not sent',
      'bad-contents',
      good => ({ ...good, sessions: [{ ...good.sessions[0], key: 'not-a-key-of-it' }] }),
    ],
    [
      'with a four',
      'bad-contents',
      good => ({ ...good, sessions: [{ ...good.sessions[0], ratings: { [GOAL]: 4 } }] }),
    ],
    [
      'on a moment that is not there',
      'bad-contents',
      good => ({ ...good, sessions: [{ ...good.sessions[0], comments: [{ moment: 2, text: 'x' }] }] }),
    ],
  ])('%s are refused, and nothing is written', async (_, refused, spoil) => {
    const { vault, packet } = await aSentPacket();
    expect(await home(vault, spoil(await ratingsOf(packet)))).toMatchObject({ refused });
    expect(await secondOf(vault, idOf(0))).toEqual([]);
  });
});

describe('a packet', () => {
  it('needs a session, and sessions of one checklist', async () => {
    const { vault } = await anOpenVault();
    const refused = async (ids: readonly string[]) =>
      readyPacket(vault, world, (await readForPacket(vault, ids)).sessions, new Map());
    expect(await refused([idOf(9)])).toEqual({ refused: 'no-session' });
    for (const [number, version] of [1, 2].entries()) {
      const told = aSession()
        .started({ checklist: { id: 'trust-essentials', version } })
        .ended(50);
      await addTold(
        vault,
        idOf(number),
        told.log().map(({ event }) => event),
      );
    }
    expect(await refused([idOf(0), idOf(1)])).toEqual({ refused: 'two-checklists' });
    expect(await getSetting(vault, SENT_PACKETS_SETTING)).toEqual([]);
  });

  it('is rated by somebody who comes back to it, and returned with its own passphrase only', async () => {
    const { vault: trainee, packet: sent } = await aSentPacket();
    const file = await lock(sent);
    const { vault } = await anOpenVault();
    const open = () => openPacket(vault, world, file, PASSPHRASE);
    expect(await openPacket(vault, world, file, 'another one altogether')).toEqual({
      refused: 'wrong-secret',
    });
    const opened = await open();
    if ('refused' in opened) throw new Error(opened.refused);
    const { packet } = opened;
    const key = (await readPacket(vault, packet))?.sessions[0]?.key ?? '';
    expect(await returnRatings(vault, world, packet, PASSPHRASE)).toEqual({ refused: 'no-name' });
    await nameRater(vault, packet, 'Ruth');
    expect(await returnRatings(vault, world, packet, PASSPHRASE)).toEqual({ refused: 'nothing-rated' });
    await Promise.all([
      rateInPacket(vault, packet, key, GOAL, 3),
      rateInPacket(vault, packet, key, 'own-my-part', 1),
      commentInPacket(vault, packet, key, 0, 'Here.'),
      commentInPacket(vault, packet, key, null, 'Warm.'),
    ]);
    await rateInPacket(vault, packet, key, 'own-my-part', null);
    expect(await open()).toEqual({ packet, was: 'known' });
    expect(await returnRatings(vault, world, packet, 'not this one')).toEqual({
      refused: 'other-passphrase',
    });
    const returned = await returnRatings(vault, world, packet, PASSPHRASE);
    if ('refused' in returned) throw new Error(returned.refused);
    expect(await bringHome(trainee, world, returned.file, PASSPHRASE)).toMatchObject({ by: 'Ruth' });
    expect(await secondOf(trainee, idOf(0))).toMatchObject([
      {
        ratings: { [GOAL]: 3 },
        comments: [
          { moment: 2, text: 'Here.' },
          { moment: null, text: 'Warm.' },
        ],
      },
    ]);
    await forgetPacket(vault, packet);
    expect(await readPacket(vault, packet)).toBeNull();
    expect(await returnRatings(vault, world, packet, PASSPHRASE)).toEqual({ refused: 'packet-gone' });
  });

  it('opened once and changed since is refused, and so is one cut short or of another kind', async () => {
    const { vault, packet } = await aSentPacket();
    const file = await lock(packet);
    expect(await openPacket(vault, world, file, PASSPHRASE)).toMatchObject({ was: 'own' });
    const changed = { ...packet, year: 2025 };
    expect(await openPacket(vault, world, await lock(changed), PASSPHRASE)).toEqual({
      refused: 'changed-packet',
    });
    expect(await openPacket(vault, world, file.slice(0, -20), PASSPHRASE)).toEqual({
      refused: 'broken-file',
    });
    expect(await openPacket(vault, world, new Blob(['plain']), PASSPHRASE)).toEqual({
      refused: 'no-age-file',
    });
    const ratings = await lock(await ratingsOf(packet));
    expect(await openPacket(vault, world, ratings, PASSPHRASE)).toEqual({ refused: 'is-ratings' });
  });

  it('and what was said of it lie sealed on the disk', async () => {
    const { vault, packet } = await aSentPacket();
    const opened = await openPacket(vault, world, await lock(packet), PASSPHRASE);
    if ('refused' in opened) throw new Error(opened.refused);
    await nameRater(vault, opened.packet, 'Ruth');
    const rows = await dumpRaw(vault.database.name);
    const text = rows.flatMap(({ key, value }) => textsIn([key, value])).join('\n');
    for (const word of ['Ruth', 'tenseness', 'sidelight-packet', GOAL, PASSPHRASE])
      expect(text).not.toContain(word);
  });
});

/** Makes a stored setting unreadable, as a bad sector would. */
async function spoil({ database }: OpenVault, id: string): Promise<void> {
  expect(await database.settings.update(id, { box: new Uint8Array(40) })).toBe(1);
}
const stored = ({ database }: OpenVault) => database.settings.toCollection().primaryKeys();

describe('what cannot be read', () => {
  it('of the list of made packets: no packet is made and no ratings come home, until it begins anew', async () => {
    const { vault, ids, packet } = await aSentPacket();
    const ratings = await ratingsOf(packet);
    await spoil(vault, 'packets');
    const make = async () => readyPacket(vault, world, (await readForPacket(vault, ids)).sessions, new Map());
    expect(await home(vault, ratings)).toEqual({ refused: 'damaged-list' });
    expect(await make()).toEqual({ refused: 'damaged-list' });
    await beginNewSentPackets(vault);
    const ready = await make();
    if ('refused' in ready) throw new Error(ready.refused);
    await ready.note();
    expect(await home(vault, await ratingsOf(ready.packet))).toMatchObject({ by: 'Ruth' });
    expect(await home(vault, ratings)).toEqual({ refused: 'unknown-packet' });
    expect(await stored(vault)).toContain('packets.set-aside-1');
  });

  it('of the list of opened packets: none is opened, and after a new beginning its ratings are there', async () => {
    const { packet } = await aSentPacket();
    const { vault } = await anOpenVault();
    const open = async () => openPacket(vault, world, await lock(packet), PASSPHRASE);
    await open();
    const key = packet.sessions[0]?.key ?? '';
    await rateInPacket(vault, packet.id, key, GOAL, 3);
    await spoil(vault, 'opened-packets');
    expect(await open()).toEqual({ refused: 'damaged-list' });
    await beginNewOpenedPackets(vault);
    expect(await open()).toEqual({ packet: packet.id, was: 'new' });
    const said = await getSetting(vault, secondRatingsSetting(packet.id));
    expect(said.ratings).toEqual({ [key]: { [GOAL]: 3 } });
  });

  it('of an opened packet is mended by opening its file again', async () => {
    const { vault, packet } = await aSentPacket();
    const file = await lock(packet);
    await openPacket(vault, world, file, PASSPHRASE);
    await spoil(vault, `packet.${packet.id}`);
    expect(await readPacket(vault, packet.id)).toBeNull();
    expect(await openPacket(vault, world, file, PASSPHRASE)).toMatchObject({ was: 'known' });
    expect(await readPacket(vault, packet.id)).toEqual(packet);
  });

  it('of an opened packet leaves nothing behind that was mended, nor what was set aside of it before', async () => {
    const { vault, packet } = await aSentPacket();
    const file = await lock(packet);
    await openPacket(vault, world, file, PASSPHRASE);
    await rateInPacket(vault, packet.id, packet.sessions[0]?.key ?? '', GOAL, 3);
    const before = await stored(vault);
    await spoil(vault, `packet.${packet.id}`);
    await setAside(vault, packetSetting(packet.id));
    await openPacket(vault, world, file, PASSPHRASE);
    await spoil(vault, `packet.${packet.id}`);
    await openPacket(vault, world, file, PASSPHRASE);
    expect(await stored(vault)).toEqual(before);
    expect((await checkRecords(vault)).damaged).toEqual([]);
  });

  it('of the ratings of a packet: a further rating is refused, and forgetting the packet leaves nothing', async () => {
    const { vault, packet } = await aSentPacket();
    await openPacket(vault, world, await lock(packet), PASSPHRASE);
    const rate = () => rateInPacket(vault, packet.id, packet.sessions[0]?.key ?? '', GOAL, 3);
    await rate();
    await spoil(vault, `second-ratings.${packet.id}`);
    await expect(rate()).rejects.toThrow('cannot be read');
    await beginNewSecondRatings(vault, packet.id);
    await rate();
    await forgetPacket(vault, packet.id);
    expect(await stored(vault)).toEqual(['opened-packets', 'packets']);
  });

  it('of the supervision log: no meeting is added to it, and a new one keeps the old beside it', async () => {
    const { vault } = await anOpenVault();
    const entry = { id: 'a', day: '2026-03-01', minutes: 50, discussed: 'pace', agreed: '' };
    await saveSupervisionEntry(vault, entry);
    await spoil(vault, 'supervision-log');
    const before = await vault.database.settings.get('supervision-log');
    await expect(saveSupervisionEntry(vault, { ...entry, id: 'b' })).rejects.toThrow('cannot be read');
    await expect(removeSupervisionEntry(vault, 'a')).rejects.toThrow('cannot be read');
    expect(await vault.database.settings.get('supervision-log')).toEqual(before);
    await beginNewSupervisionLog(vault);
    await saveSupervisionEntry(vault, { ...entry, id: 'b' });
    expect(await stored(vault)).toEqual(['supervision-log', 'supervision-log.set-aside-1']);
  });
});

describe('the supervision log', () => {
  it('keeps entries newest first, changes one in its place and removes one, from two pages at once', async () => {
    const { vault, another } = await anOpenVault();
    const entry = (id: string, day: string) => ({ id, day, minutes: 50, discussed: id, agreed: '' });
    await Promise.all([
      saveSupervisionEntry(vault, entry('a', '2026-03-01')),
      saveSupervisionEntry(await another(), entry('b', '2026-03-08')),
    ]);
    await saveSupervisionEntry(vault, { ...entry('a', '2026-03-01'), agreed: 'sooner' });
    const log = async () =>
      (await getSetting(vault, SUPERVISION_LOG_SETTING)).map(({ id, agreed }) => [id, agreed]);
    expect(await log()).toEqual([
      ['b', ''],
      ['a', 'sooner'],
    ]);
    await removeSupervisionEntry(vault, 'b');
    expect(await log()).toEqual([['a', 'sooner']]);
  });
});
