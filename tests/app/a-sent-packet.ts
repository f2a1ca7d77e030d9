import { takeHome } from '../../src/app/bring-home';
import { readForPacket, readyPacket } from '../../src/app/make-packet';
import { digestOf, sealDocument } from '../../src/app/packet-file';
import type { Packet, Returned } from '../../src/domain/packet';
import type { OpenVault } from '../../src/store/open-vault';
import { readLog } from '../../src/store/session-log';
import { addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { anOpenVault } from '../fixtures/an-open-vault';
import { idOf } from '../fixtures/made-up-sessions';

export const PASSPHRASE = 'seven slow rivers home';
export const GOAL = 'agree-a-goal';
export const world = new AWorld().page();

const story = aSession()
  .started()
  .ticked(GOAL, 3)
  .marked('tenseness', 9)
  .marked('strain', 17)
  .noted('Heron.', 20)
  .ended(50);

/** A vault with some sessions, and the packet that was made of them. */
export async function aSentPacket(count = 1) {
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
export async function ratingsOf(
  packet: Packet,
  ratings: Returned['sessions'][number]['ratings'] = { [GOAL]: 2 },
) {
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

export const lock = async (document: object) => (await sealDocument(document, PASSPHRASE)) as Blob;
export const home = (vault: OpenVault, document: object) => takeHome(vault, world, document);
export const secondOf = async (vault: OpenVault, id: string) =>
  (await readLog(vault, id)).log.flatMap(({ event }) => (event.type === 'second-rated' ? [event] : []));
