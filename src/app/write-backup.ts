import { BACKUP_FORMAT, BACKUP_VERSION, canBeLive, type LeftOut } from '../domain/backup';
import type { ClockReading } from '../domain/session-clock';
import { countSessions, readRest, readSessions, type Unread } from '../store/backup-rows';
import type { OpenVault } from '../store/open-vault';
import { type AgeLock, sealAgeFile } from '../vault/age-file';
import { gatherBlob } from './gather-blob';
import { readDocument } from './read-backup';

/** A locked file with everything of the vault that could be read, and what could not. */
export interface WrittenBackup {
  /** Whoever has it and the passphrase or recovery key reads everything in it. */
  readonly file: Blob;
  readonly sessions: number;
  readonly unread: readonly Unread[];
  /**
   * Opens the file again as it was read back from wherever it was saved, and checks all of it.
   * @returns whether it is whole and holds as many sessions as were written.
   */
  verify(readBack: Blob): Promise<boolean>;
}

/**
 * Writes a backup. Damaged records stop nothing. It reads some sessions at a time, so that neither the vault nor the file
 * lies in memory as a whole. To be run in a worker; loads the age library.
 * @param made the calendar day.
 */
export async function writeBackup(
  vault: OpenVault,
  lock: AgeLock,
  made: string,
  now: ClockReading,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<WrittenBackup> {
  const unread: Unread[] = [];
  let sessions = 0;
  const of = await countSessions(vault);
  const texts = documentOf(vault, made, now, (read, lost) => {
    sessions += read;
    unread.push(...lost);
    onProgress(Math.min(sessions, of), of);
  });
  const sealed = await sealAgeFile(toBytes(texts), lock);
  const file = await gatherBlob(sealed.bytes);
  const verify = async (readBack: Blob) => {
    if (readBack.size !== file.size) return false;
    try {
      const backup = await readDocument(await sealed.reopen(readBack));
      return !('refused' in backup) && backup.sessions.length === sessions;
    } catch {
      return false;
    }
  };
  return { file, sessions, unread, verify };
}

/** The document, one line for each session, as it is described in `backup-format.md`. */
async function* documentOf(
  vault: OpenVault,
  made: string,
  now: ClockReading,
  onRead: (sessions: number, unread: readonly Unread[]) => void,
): AsyncGenerator<string> {
  const leftOut: LeftOut[] = [];
  const note = (sessions: number, unread: readonly Unread[]) => {
    leftOut.push(...unread.map(({ table, id, seq }) => ({ table, id, seq })));
    onRead(sessions, unread);
  };
  const head = JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, made });
  yield `${head.slice(0, -1)},"sessions":[`;
  let isFirst = true;
  const openEnded = new Set<string>();
  for await (const { sessions, unread } of readSessions(vault)) {
    note(sessions.length, unread);
    for (const session of sessions) if (canBeLive(session)) openEnded.add(session.id);
    const lines = sessions.map(session => JSON.stringify(session)).join(',\n');
    if (lines !== '') yield `${isFirst ? '' : ','}\n${lines}`;
    isFirst &&= lines === '';
  }
  const { unread, live: stillLive, ...rest } = await readRest(vault, now);
  note(0, unread);
  // A session may have begun since the list was read; it is not in the document then.
  const live = stillLive && openEnded.has(stillLive.session) ? stillLive : null;
  yield `],\n${JSON.stringify({ live, ...rest, leftOut }).slice(1)}\n`;
}

function toBytes(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
