import { foldSession, type Session } from '../domain/session';
import { batches } from './copies';
import type { EventRow } from './database';
import type { OpenVault } from './open-vault';
import { openEntries, type PassOver, readEntries } from './packed-log';
import { readLog } from './session-log';

/** One session as its log tells it; null when the log does not hold its beginning. */
export interface ToldSession {
  readonly id: string;
  readonly session: Session | null;
}

/**
 * Tells every session once, in no order, some hundred at a time. Meant for a worker: at ten thousand sessions it opens some
 * ten thousand boxes, and each event that was added to a log since it came to rest. Drafts are not in it.
 * @param isPassedOver which events are of no interest: the sessions are told as if they were not there, which saves most of
 *   the time that looking at them takes.
 */
export async function* tellEverySession(
  vault: OpenVault,
  isPassedOver: PassOver,
): AsyncGenerator<readonly ToldSession[]> {
  const openLogs = (rows: readonly EventRow[]): Promise<readonly ToldSession[]> =>
    Promise.all(
      [...Map.groupBy(rows, ({ session }) => session)].map(async ([id, own]) => ({
        id,
        session: foldSession(readEntries(await openEntries(vault, own, isPassedOver))),
      })),
    );
  let held: EventRow[] = [];
  let opening: Promise<readonly ToldSession[]> | null = null;
  for await (const rows of batches<EventRow>(vault.database.events)) {
    const all = held.concat(rows);
    // The last log of a batch may go on in the next.
    const last = all.at(-1)?.session;
    const cut = all.findIndex(({ session }) => session === last);
    held = all.slice(cut);
    // The browser opens boxes beside this thread, so the next ones are begun before these are handed out.
    const next = openLogs(all.slice(0, cut));
    if (opening) yield await opening;
    opening = next;
  }
  if (opening) yield await opening;
  yield await openLogs(held);
}

/** Tells one session as it stands now; null when nothing of its beginning is left. */
export async function tellSession(vault: OpenVault, id: string): Promise<Session | null> {
  return foldSession((await readLog(vault, id)).log);
}
