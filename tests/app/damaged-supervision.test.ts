import { describe, expect, it } from 'vitest';
import { beginNewSentPackets, readForPacket, readyPacket } from '../../src/app/make-packet';
import { checkRecords } from '../../src/app/proof';
import {
  beginNewOpenedPackets,
  beginNewSecondRatings,
  forgetPacket,
  openPacket,
  rateInPacket,
  readPacket,
} from '../../src/app/rate-packet';
import {
  beginNewSupervisionLog,
  removeSupervisionEntry,
  saveSupervisionEntry,
} from '../../src/app/supervision-log';
import type { OpenVault } from '../../src/store/open-vault';
import { packetSetting, secondRatingsSetting } from '../../src/store/packets';
import { getSetting, setAside } from '../../src/store/settings';
import { anOpenVault } from '../fixtures/an-open-vault';
import { aSentPacket, GOAL, home, lock, PASSPHRASE, ratingsOf, world } from './a-sent-packet';

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
