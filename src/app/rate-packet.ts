import type { BackupRefusal } from '../domain/backup';
import {
  isPacketRefusal,
  PACKET_VERSION,
  type Packet,
  type PacketRefusal,
  parsePacket,
  RATINGS_FORMAT,
  type Returned,
} from '../domain/packet';
import type { Rating } from '../domain/session-event';
import type { OpenVault } from '../store/open-vault';
import {
  dropPacket,
  OPENED_PACKETS_SETTING,
  type OpenedPacket,
  packetSetting,
  SENT_PACKETS_SETTING,
  type SecondRatings,
  secondRatingsSetting,
} from '../store/packets';
import {
  expectSetting,
  followSetting,
  getSetting,
  isDamaged,
  mendSetting,
  putSetting,
  setAside,
} from '../store/settings';
import type { Watch } from './backup-work';
import { digestOf, fingerprintOf, openDocument, sealDocument } from './packet-file';
import type { World } from './world';

export type { OpenedPacket, SecondRatings };

/** What opening a packet came to: a new one, one that had been opened before, or one made in this very vault. */
export interface PacketOpened {
  readonly packet: string;
  readonly was: 'new' | 'known' | 'own';
}

/**
 * Opens somebody's packet and keeps it, sealed. One that was opened before keeps the ratings it has.
 * A packet of the same name with other contents is refused: somebody changed it.
 */
export async function openPacket(
  vault: OpenVault,
  world: World,
  file: Blob,
  passphrase: string,
  watch: Watch = {},
): Promise<PacketOpened | PacketRefusal | BackupRefusal> {
  const opened = await openDocument(file, passphrase, watch);
  if ('refused' in opened) return opened;
  const packet = parsePacket(opened.value);
  if (isPacketRefusal(packet)) return packet;
  const digest = await digestOf(packet);
  const lock = await fingerprintOf(packet.id, passphrase);
  const isOwn = (await getSetting(vault, SENT_PACKETS_SETTING)).some(one => one.packet === packet.id);
  return inTurn(vault, async () => {
    if (await isDamaged(vault, OPENED_PACKETS_SETTING)) return { refused: 'damaged-list' };
    const known = await expectSetting(vault, OPENED_PACKETS_SETTING);
    const before = known.find(one => one.packet === packet.id);
    if (before && before.digest !== digest) return { refused: 'changed-packet' };
    if (before) {
      // The file holds what was kept, as its digest proves, so it mends what cannot be read and nothing need be set aside.
      if ((await readPacket(vault, packet.id)) === null)
        await mendSetting(vault, packetSetting(packet.id), packet);
      return { packet: packet.id, was: 'known' };
    }
    const entry = { packet: packet.id, digest, lock, day: world.today(), sessions: packet.sessions.length };
    await putSetting(vault, packetSetting(packet.id), packet);
    await putSetting(vault, OPENED_PACKETS_SETTING, [...known, entry]);
    return { packet: packet.id, was: isOwn ? 'own' : 'new' };
  });
}

/** Tells the packets opened here, and whether their list cannot be read, now and after every change, until the returned function is called. */
export function followOpenedPackets(
  vault: OpenVault,
  onPackets: (packets: readonly OpenedPacket[], isDamaged: boolean) => void,
): () => void {
  return followSetting(vault, OPENED_PACKETS_SETTING, onPackets);
}

/**
 * Sets a list of opened packets aside that cannot be read. A packet that is opened again finds what was said of it before.
 */
export function beginNewOpenedPackets(vault: OpenVault): Promise<void> {
  return setAside(vault, OPENED_PACKETS_SETTING);
}

/** The contents of an opened packet; null when it is gone or damaged. Rejects when the browser does not read. */
export function readPacket(vault: OpenVault, packet: string): Promise<Packet | null> {
  return getSetting(vault, packetSetting(packet));
}

/** Tells what was said of a packet, and whether it cannot be read, now and after every change, until the returned function is called. */
export function followSecondRatings(
  vault: OpenVault,
  packet: string,
  onRatings: (ratings: SecondRatings, isDamaged: boolean) => void,
): () => void {
  return followSetting(vault, secondRatingsSetting(packet), onRatings);
}

/** Sets aside what was said of a packet and cannot be read, so that it can be rated anew. Nothing is deleted. */
export function beginNewSecondRatings(vault: OpenVault, packet: string): Promise<void> {
  return setAside(vault, secondRatingsSetting(packet));
}

/** Rates a behaviour in a session of a packet; null takes the rating back. Resolves once it is on the disk. */
export function rateInPacket(
  vault: OpenVault,
  packet: string,
  key: string,
  behaviour: string,
  rating: Rating | null,
): Promise<void> {
  return change(vault, packet, before => {
    const { [behaviour]: _, ...others } = before.ratings[key] ?? {};
    const ratings = rating === null ? others : { ...others, [behaviour]: rating };
    return { ...before, ratings: { ...before.ratings, [key]: ratings } };
  });
}

/** Comments on a moment by its place, or on the session where it is null; empty takes it back. Resolves once on the disk. */
export function commentInPacket(
  vault: OpenVault,
  packet: string,
  key: string,
  moment: number | null,
  text: string,
): Promise<void> {
  return change(vault, packet, before => {
    const others = (before.comments[key] ?? []).filter(one => one.moment !== moment);
    const comments = text.trim() === '' ? others : [...others, { moment, text }];
    return { ...before, comments: { ...before.comments, [key]: comments } };
  });
}

/** Keeps how the supervisor wants to be called. Resolves once it is on the disk. */
export function nameRater(vault: OpenVault, packet: string, by: string): Promise<void> {
  return change(vault, packet, before => ({ ...before, by }));
}

/** Forgets a packet and everything said of it here. */
export function forgetPacket(vault: OpenVault, packet: string): Promise<void> {
  return inTurn(vault, async () => {
    const known = await expectSetting(vault, OPENED_PACKETS_SETTING);
    await putSetting(
      vault,
      OPENED_PACKETS_SETTING,
      known.filter(one => one.packet !== packet),
    );
    await dropPacket(vault, packet);
  });
}

/** Why ratings are not returned yet. */
export interface NotReturned {
  readonly refused: 'no-name' | 'nothing-rated' | 'other-passphrase' | 'packet-gone';
}

/**
 * The ratings of a packet as a file for the trainee, locked with the packet's own passphrase, so that the trainee can
 * open it. Whoever has both reads the ratings and comments.
 */
export async function returnRatings(
  vault: OpenVault,
  world: World,
  packet: string,
  passphrase: string,
  watch: Watch = {},
): Promise<{ readonly file: Blob } | NotReturned | BackupRefusal> {
  const opened = (await expectSetting(vault, OPENED_PACKETS_SETTING)).find(one => one.packet === packet);
  const contents = await readPacket(vault, packet);
  if (!opened || !contents) return { refused: 'packet-gone' };
  const said = await expectSetting(vault, secondRatingsSetting(packet));
  if (said.by.trim() === '') return { refused: 'no-name' };
  const sessions = contents.sessions
    .map(({ key }) => ({ key, ratings: said.ratings[key] ?? {}, comments: said.comments[key] ?? [] }))
    .filter(({ ratings, comments }) => Object.keys(ratings).length > 0 || comments.length > 0);
  if (sessions.length === 0) return { refused: 'nothing-rated' };
  if ((await fingerprintOf(packet, passphrase)) !== opened.lock) return { refused: 'other-passphrase' };
  const returned: Returned = {
    format: RATINGS_FORMAT,
    version: PACKET_VERSION,
    packet,
    digest: opened.digest,
    by: said.by.trim(),
    sessions,
  };
  const file = await sealDocument(returned, passphrase, watch);
  if ('refused' in file) return file;
  await change(vault, packet, before => ({ ...before, returned: world.today() }));
  return { file };
}

/** One change at a time, whichever page makes it: none undoes another. Rejects, with nothing changed, when it cannot be read. */
function change(
  vault: OpenVault,
  packet: string,
  how: (before: SecondRatings) => SecondRatings,
): Promise<void> {
  return inTurn(vault, async () => {
    const setting = secondRatingsSetting(packet);
    await putSetting(vault, setting, how(await expectSetting(vault, setting)));
  });
}

function inTurn<T>(vault: OpenVault, act: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`${vault.database.name} opened-packets`, act) as Promise<T>;
}
