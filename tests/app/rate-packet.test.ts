import { describe, expect, it } from 'vitest';
import { bringHome } from '../../src/app/bring-home';
import { readForPacket, readyPacket } from '../../src/app/make-packet';
import {
  commentInPacket,
  forgetPacket,
  nameRater,
  openPacket,
  rateInPacket,
  readPacket,
  returnRatings,
} from '../../src/app/rate-packet';
import { SENT_PACKETS_SETTING } from '../../src/store/packets';
import { getSetting } from '../../src/store/settings';
import { addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { anOpenVault } from '../fixtures/an-open-vault';
import { idOf } from '../fixtures/made-up-sessions';
import { dumpRaw, textsIn } from '../fixtures/raw-database';
import { aSentPacket, GOAL, lock, PASSPHRASE, ratingsOf, secondOf, world } from './a-sent-packet';

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
