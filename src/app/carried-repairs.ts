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
  // One after the other in all pages, so that an undo that follows at once does not pass the repair it takes back.
  return navigator.locks.request(`${vault.database.name} carried repairs`, async () => {
    const session = foldSession((await readLog(vault, repair.session)).log);
    if (!session || session.client === null) return;
    const known = await readKnown(vault);
    if (session.moments.some(({ seq }) => seq === repair.seq)) {
      if (!mendsOwn(session, repair.seq)) await closeAll(vault, world, known, session.client, repair);
    } else await reopenAll(vault, world, known, session.client, repair);
  }) as Promise<void>;
}

function mendsOwn({ followUps }: Session, seq: number): boolean {
  return followUps.some(({ closed }) => closed?.seq === seq);
}

async function readKnown(vault: OpenVault): Promise<readonly KnownSession[]> {
  const rows = await allRows(vault);
  const opened = await openSummaries(vault, rows);
  return rows.map(({ n, id }, index) => ({ n, id, summary: opened[index]?.summary ?? null }));
}

async function closeAll(
  vault: OpenVault,
  world: World,
  known: readonly KnownSession[],
  client: string,
  by: PlaceElsewhere,
): Promise<void> {
  for (const { session, followUp } of lastTimeWith(known, client).owed) {
    if (followUp.kind !== 'repair') continue;
    await tellFollowUp(vault, world, session, {
      do: 'close-follow-up',
      of: followUp.seq,
      how: 'kept',
      by,
    });
  }
}

async function reopenAll(
  vault: OpenVault,
  world: World,
  known: readonly KnownSession[],
  client: string,
  { session, seq }: PlaceElsewhere,
): Promise<void> {
  for (const { id, summary } of known) {
    if (summary?.client !== client || !summary.repairs?.repaired || id === session) continue;
    const told = foldSession((await readLog(vault, id)).log);
    for (const { seq: of, closed } of told?.followUps ?? [])
      if (closed?.by?.session === session && closed.by.seq === seq)
        await tellFollowUp(vault, world, id, { do: 'reopen-follow-up', of });
  }
}
