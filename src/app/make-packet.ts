import type { BackupRefusal } from '../domain/backup';
import type { ChecklistRef } from '../domain/checklist';
import { fillPacket, inPacketOrder, type PacketTexts } from '../domain/fill-packet';
import {
  isPacketRefusal,
  MOST_PACKET_SESSIONS,
  type Packet,
  type PacketRefusal,
  parsePacket,
} from '../domain/packet';
import { foldSession, type Session } from '../domain/session';
import type { OpenVault } from '../store/open-vault';
import { SENT_PACKETS_SETTING, type SentPacket } from '../store/packets';
import { readLog } from '../store/session-log';
import { changeSetting, isDamaged, setAside } from '../store/settings';
import { recordActivity } from './activity';
import type { Watch } from './backup-work';
import { digestOf, sealDocument } from './packet-file';
import type { World } from './world';

/** A session that was read for a packet. `length` is how many entries its log has. */
export interface ReadSession {
  readonly id: string;
  readonly session: Session;
  readonly length: number;
}

/** What was read: in the packet's order, and how many could not be or are still live. */
export interface ReadSessions {
  readonly sessions: readonly ReadSession[];
  readonly leftOut: number;
}

/** Reads the chosen sessions for a packet. */
export async function readForPacket(vault: OpenVault, ids: readonly string[]): Promise<ReadSessions> {
  const sessions: ReadSession[] = [];
  for (const id of ids) {
    const { log } = await readLog(vault, id);
    const session = foldSession(log);
    if (session && session.ended !== null) sessions.push({ id, session, length: (log.at(-1)?.seq ?? 0) + 1 });
  }
  return { sessions: inPacketOrder(sessions), leftOut: ids.length - sessions.length };
}

/** Why no packet was made, beside what can go wrong with a file. */
export interface NoPacket {
  readonly refused: 'no-session' | 'too-many-sessions' | 'two-checklists';
}

/** A packet that is ready to be locked. Nobody can place what comes back for it until it was noted. */
export interface ReadyPacket {
  readonly packet: Packet;
  /** Notes, sealed, which of its keys is which session. Resolves once that is on the disk. */
  readonly note: () => Promise<void>;
}

/**
 * Readies a packet. One that nobody could open, say of a session of a hundred days, is refused here.
 * @param texts the free text as it goes along, by the session's id; sessions that are not there go without.
 */
export async function readyPacket(
  vault: OpenVault,
  world: World,
  read: readonly ReadSession[],
  texts: ReadonlyMap<string, PacketTexts>,
): Promise<ReadyPacket | NoPacket | PacketRefusal> {
  const [first] = read;
  if (!first) return { refused: 'no-session' };
  if (read.length > MOST_PACKET_SESSIONS) return { refused: 'too-many-sessions' };
  // Nobody could place what comes back for a packet that is not noted.
  if (await isDamaged(vault, SENT_PACKETS_SETTING)) return { refused: 'damaged-list' };
  const { checklist } = first.session;
  if (!read.every(({ session }) => isSame(session.checklist, checklist)))
    return { refused: 'two-checklists' };

  const keyed = read.map(one => ({ ...one, key: world.newId() }));
  const chosen = keyed.map(({ key, id, session }) => ({ key, session, texts: texts.get(id) ?? null }));
  const packet = parsePacket(fillPacket(world.newId(), checklist, chosen, world.today()));
  if (isPacketRefusal(packet)) return packet;
  const sent: SentPacket = {
    packet: packet.id,
    day: world.today(),
    digest: await digestOf(packet),
    sessions: keyed.map(({ key, id, length, session }) => ({
      key,
      session: id,
      length,
      moments: session.moments.map(({ seq }) => seq),
    })),
    home: [],
  };
  return { packet, note: () => keep(vault, sent) };
}

/**
 * Makes a packet of these sessions, locked with a passphrase, and notes it. Nothing is saved as a file yet: the caller does
 * that, and has said before who may read it. See `readyPacket` for `texts`.
 */
export async function makePacket(
  vault: OpenVault,
  world: World,
  read: readonly ReadSession[],
  texts: ReadonlyMap<string, PacketTexts>,
  passphrase: string,
  watch: Watch = {},
): Promise<{ readonly file: Blob } | NoPacket | PacketRefusal | BackupRefusal> {
  const ready = await readyPacket(vault, world, read, texts);
  if ('refused' in ready) return ready;
  const file = await sealDocument(ready.packet, passphrase, watch);
  if ('refused' in file) return file;
  await ready.note();
  await recordActivity(vault, world, 'exported');
  return { file };
}

function isSame(one: ChecklistRef, other: ChecklistRef): boolean {
  return one.id === other.id && one.version === other.version;
}

/**
 * Sets a list of made packets aside that cannot be read, so that packets can be made again. Nothing is deleted, but what comes
 * back for the packets on it has no place any more.
 */
export function beginNewSentPackets(vault: OpenVault): Promise<void> {
  return setAside(vault, SENT_PACKETS_SETTING);
}

async function keep(vault: OpenVault, sent: SentPacket): Promise<void> {
  await changeSetting(vault, SENT_PACKETS_SETTING, known => [...known, sent]);
}
