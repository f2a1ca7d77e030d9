import { foldSession, type Session } from '../domain/session';
import type { PlaceElsewhere } from '../domain/session-event';
import type { OpenVault } from '../store/open-vault';
import { readLog } from '../store/session-log';
import { allRows, openSummaries } from '../store/sessions';
import { lastTimeWith, tellFollowUp } from './follow-ups';
import type { KnownSession } from './summaries';
import type { World } from './world';

/**
 * Brings what earlier sessions with this client left open in line with a repair marked in a later one: while the repair
 * stands and mends no strain of its own session, their open repairs are closed by it; once it was taken back, those it
 * closed are open again. Doing it twice is the same as once. Rejects when the browser refuses to write.
 * @param repair the moment, by its session and place.
 */
export function settleCarriedRepairs(vault: OpenVault, world: World, repair: PlaceElsewhere): Promise<void> {
  return inTurn(vault, async () => {
    const session = foldSession((await readLog(vault, repair.session)).log);
    if (!session || session.client === null) return;
    const known = await readKnown(vault);
    if (session.moments.some(({ seq }) => seq === repair.seq)) {
      if (!mendsOwn(session, repair.seq)) await closeAll(vault, world, known, session.client, repair);
    } else await reopenAll(vault, world, known, session.client, by => isSame(by, repair));
  });
}

/**
 * Looks at all repairs of a session once more, and brings in line what was cut short. What a repair that stands has closed
 * before is not closed by it again: it was opened by hand since. Rejects when the browser refuses to write.
 */
export function settleRepairsOf(vault: OpenVault, world: World, id: string): Promise<void> {
  return inTurn(vault, async () => {
    const { log } = await readLog(vault, id);
    const session = foldSession(log);
    if (!session || session.client === null) return;
    const standing = session.moments.filter(({ kind }) => kind === 'repair').map(({ seq }) => seq);
    const wasClosed = async (earlier: string, of: number) =>
      (await readLog(vault, earlier)).log.some(
        ({ event }) =>
          event.type === 'follow-up-closed' &&
          event.of === of &&
          event.by?.session === id &&
          standing.includes(event.by.seq),
      );
    // Only what is told as undone: a moment that cannot be read says nothing.
    const undone = log.flatMap(({ event }) => (event.type === 'undone' ? [event.of] : []));
    const isUndone = (by: PlaceElsewhere) => by.session === id && undone.includes(by.seq);
    if (undone.length > 0) await reopenAll(vault, world, await readKnown(vault), session.client, isUndone);
    const mending = standing.filter(seq => !mendsOwn(session, seq));
    const known = mending.length > 0 ? await readKnown(vault) : [];
    for (const seq of mending)
      await closeAll(vault, world, known, session.client, { session: id, seq }, wasClosed);
  });
}

/** One after the other in all pages, so that an undo that follows at once does not pass the repair it takes back. */
function inTurn(vault: OpenVault, work: () => Promise<void>): Promise<void> {
  return navigator.locks.request(`${vault.database.name} carried repairs`, work) as Promise<void>;
}

function isSame(one: PlaceElsewhere, other: PlaceElsewhere): boolean {
  return one.session === other.session && one.seq === other.seq;
}

function mendsOwn({ followUps }: Session, seq: number): boolean {
  return followUps.some(({ closed }) => closed?.seq === seq);
}

async function readKnown(vault: OpenVault): Promise<readonly KnownSession[]> {
  const rows = await allRows(vault);
  const opened = await openSummaries(vault, rows);
  return rows.map(({ n, id }, index) => ({ n, id, summary: opened[index]?.summary ?? null }));
}

/** A refusal is no failure here: it was closed, or erased with its session, in the meantime. */
async function closeAll(
  vault: OpenVault,
  world: World,
  known: readonly KnownSession[],
  client: string,
  by: PlaceElsewhere,
  isDone: (session: string, of: number) => Promise<boolean> = async () => false,
): Promise<void> {
  for (const { session, followUp } of lastTimeWith(known, client).owed) {
    const { kind, seq: of } = followUp;
    if (kind !== 'repair' || session === by.session || (await isDone(session, of))) continue;
    await tellFollowUp(vault, world, session, { do: 'close-follow-up', of, how: 'kept', by });
  }
}

async function reopenAll(
  vault: OpenVault,
  world: World,
  known: readonly KnownSession[],
  client: string,
  isUndone: (by: PlaceElsewhere) => boolean,
): Promise<void> {
  for (const { id, summary } of known) {
    if (summary?.client !== client || !summary.repairs?.repaired) continue;
    const told = foldSession((await readLog(vault, id)).log);
    for (const { seq: of, closed } of told?.followUps ?? [])
      if (closed?.by && isUndone(closed.by))
        await tellFollowUp(vault, world, id, { do: 'reopen-follow-up', of });
  }
}
