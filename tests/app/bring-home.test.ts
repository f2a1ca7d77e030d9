import { describe, expect, it } from 'vitest';
import { readSent } from '../../src/app/bring-home';
import { SessionRecord } from '../../src/app/session-record';
import type { Returned } from '../../src/domain/packet';
import { eraseSessions } from '../../src/store/erase';
import { SENT_PACKETS_SETTING } from '../../src/store/packets';
import { getSetting } from '../../src/store/settings';
import { idOf } from '../fixtures/made-up-sessions';
import { aSentPacket, GOAL, home, ratingsOf, secondOf, world } from './a-sent-packet';

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
