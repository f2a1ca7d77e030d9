import type { BackupRefusal } from '../domain/backup';
import { decide } from '../domain/decide';
import { hasChangedSince } from '../domain/fill-packet';
import { isPacketRefusal, type PacketRefusal, parseReturned, type Returned } from '../domain/packet';
import { isRefusal } from '../domain/refusal';
import type { Session } from '../domain/session';
import { foldSession } from '../domain/session';
import { summarise } from '../domain/session-summary';
import { reopen } from '../store/database';
import type { OpenVault } from '../store/open-vault';
import { SENT_PACKETS_SETTING, type SentPacket } from '../store/packets';
import { readLog, SessionLog } from '../store/session-log';
import { readySummary } from '../store/sessions';
import { changeSetting, followSetting, getSetting, isDamaged } from '../store/settings';
import type { Watch } from './backup-work';
import { openDocument } from './packet-file';
import type { World } from './world';

export type { SentPacket };

/**
 * What became of one session of a packet that came home: its ratings are new, were there already, or have no place any
 * more since the session was erased or cannot be read.
 */
export interface SessionHome {
  readonly session: string;
  readonly came: 'new' | 'again' | 'gone';
  /** Whether the session was amended, or told anew, after it was packed. */
  readonly hasChanged: boolean;
}

/** A packet that came home, from whom, and what became of each session that was rated. */
export interface BroughtHome {
  readonly packet: string;
  readonly by: string;
  readonly sessions: readonly SessionHome[];
}

/** Opens a file of ratings and brings them home, see `takeHome`. */
export async function bringHome(
  vault: OpenVault,
  world: World,
  file: Blob,
  passphrase: string,
  watch: Watch = {},
): Promise<BroughtHome | PacketRefusal | BackupRefusal> {
  const opened = await openDocument(file, passphrase, watch);
  return 'refused' in opened ? opened : takeHome(vault, world, opened.value);
}

/**
 * Brings a supervisor's ratings home: each goes into the log of its session. Those of a packet that was not made here, or
 * that answer a packet whose contents are not the ones that were sent, are refused, and so is anything that is not as it
 * should be; nothing is written then. Brought home twice they change nothing.
 * @param value what `JSON.parse` made of the file, or undefined where it was no JSON.
 */
export async function takeHome(
  vault: OpenVault,
  world: World,
  value: unknown,
): Promise<BroughtHome | PacketRefusal> {
  const returned = parseReturned(value);
  if (isPacketRefusal(returned)) return returned;
  if (await isDamaged(vault, SENT_PACKETS_SETTING)) return { refused: 'damaged-list' };
  const sent = (await getSetting(vault, SENT_PACKETS_SETTING)).find(one => one.packet === returned.packet);
  if (!sent) return { refused: 'unknown-packet' };
  if (sent.digest !== returned.digest) return { refused: 'changed-packet' };
  const at = misplaced(returned, sent);
  if (at !== null) return { refused: 'bad-contents', at };

  const sessions: SessionHome[] = [];
  for (const one of returned.sessions) {
    const place = sent.sessions.find(({ key }) => key === one.key);
    if (place) sessions.push(await bringSessionHome(vault, world, returned, one, place));
  }
  await noteHome(vault, world, sent.packet, returned.by);
  return { packet: sent.packet, by: returned.by, sessions };
}

/** @returns where the ratings name a session or a moment the packet did not have, or null. */
function misplaced({ sessions }: Returned, sent: SentPacket): string | null {
  for (const [index, { key, comments }] of sessions.entries()) {
    const place = sent.sessions.find(one => one.key === key);
    if (!place) return `sessions.${index}.key`;
    const isThere = comments.every(({ moment }) => moment === null || moment < place.moments.length);
    if (!isThere) return `sessions.${index}.comments`;
  }
  return null;
}

async function bringSessionHome(
  vault: OpenVault,
  world: World,
  { packet, by }: Returned,
  { ratings, comments }: Returned['sessions'][number],
  { session: id, length, moments }: SentPacket['sessions'][number],
): Promise<SessionHome> {
  const { log: before } = await readLog(vault, id);
  const hasChanged = hasChangedSince(before, length);
  const log = new SessionLog(vault, id);
  await log.catchUp();
  const second = {
    packet,
    by,
    ratings,
    comments: comments.map(({ moment, text }) => ({
      moment: moment === null ? null : (moments[moment] ?? null),
      text,
    })),
  };
  const facts = { minute: 0, day: world.today() };
  const outcome = await log.append(
    session => decide(session, { do: 'bring-second-rating', second }, facts),
    after => readySummary(vault, id, summarise(after)),
  );
  const came = isRefusal(outcome) ? 'gone' : outcome.length > 0 ? 'new' : 'again';
  return { session: id, came, hasChanged };
}

async function noteHome(vault: OpenVault, world: World, packet: string, by: string): Promise<void> {
  await changeSetting(vault, SENT_PACKETS_SETTING, all =>
    all.map(one =>
      one.packet !== packet || one.home.some(home => home.by === by)
        ? one
        : { ...one, home: [...one.home, { by, day: world.today() }] },
    ),
  );
}

/** Tells the packets made here, and whether their list cannot be read, now and after every change, until the returned function is called. */
export function followSentPackets(
  vault: OpenVault,
  onPackets: (packets: readonly SentPacket[], isDamaged: boolean) => void,
): () => void {
  return followSetting(vault, SENT_PACKETS_SETTING, onPackets);
}

/** One session of a packet as it is in the vault now; null where it was erased or cannot be read. */
export interface PackedSession {
  readonly id: string;
  readonly session: Session | null;
  readonly hasChanged: boolean;
}

/** The sessions of a packet as they are now, in the order they were packed. Rejects when the browser does not read. */
export async function readSent(
  vault: OpenVault,
  { sessions }: SentPacket,
): Promise<readonly PackedSession[]> {
  await reopen(vault.database);
  return Promise.all(
    sessions.map(async ({ session: id, length }) => {
      const { log } = await readLog(vault, id);
      return { id, session: foldSession(log), hasChanged: hasChangedSince(log, length) };
    }),
  );
}
