import { type Command, decide } from '../domain/decide';
import { liveList } from '../domain/live-list';
import { phaseAt } from '../domain/phase';
import { isRefusal } from '../domain/refusal';
import type { Session } from '../domain/session';
import { elapsedAt, minutesIn } from '../domain/session-clock';
import { getChecklist } from '../library/checklists';
import { openDatabase } from '../store/database';
import { SessionLog } from '../store/session-log';
import { getClock, getLiveSession } from '../store/sessions';
import { importDataKey } from '../vault/data-key';
import { DATABASES, type HeldKey } from './key-memory';
import type { World } from './world';

/** What a key of the browser does to the session of the moment, whether or not any page is open. */
export type OutsideAct = 'mark-tenseness' | 'mark-strain' | 'tick-next';

/**
 * Does it, in a connection of its own that is closed after it. Pages that have the session open hear of it from the
 * database, as of any other write.
 * @returns whether something was written: not when the vault is locked (`held` is null), no session is live, or every
 * behaviour in front is ticked. Rejects when the browser refuses to write; nothing was written then.
 */
export async function actFromOutside(
  held: HeldKey | null,
  world: Pick<World, 'readClocks' | 'today'>,
  act: OutsideAct,
): Promise<boolean> {
  const key = held && (await importDataKey(held.key));
  if (!key) return false;
  const vault = { database: await openDatabase(DATABASES[held.kind]), key: key.aes };
  try {
    const id = await getLiveSession(vault);
    if (id === null) return false;
    const log = new SessionLog(vault, id);
    const [clock] = await Promise.all([getClock(vault, id), log.catchUp()]);
    const minute = clock ? minutesIn(elapsedAt(clock, world.readClocks())) : 0;
    const outcome = await log.append(session => {
      const now = Math.max(minute, session.latestMinute);
      const command = commandFor(act, session, now);
      return command ? decide(session, command, { minute: now, day: world.today() }) : [];
    });
    return !isRefusal(outcome) && outcome.length > 0;
  } finally {
    vault.database.close();
  }
}

/** @returns null when nothing is left to tick. */
function commandFor(act: OutsideAct, session: Session, minute: number): Command | null {
  if (act === 'mark-tenseness') return { do: 'mark-moment', kind: 'tenseness' };
  if (act === 'mark-strain') return { do: 'mark-moment', kind: 'strain' };
  const checklist = getChecklist(session.checklist);
  const next =
    checklist &&
    liveList(checklist, phaseAt(minute, session), session).find(
      ({ behaviour }) => session.marks.get(behaviour.id)?.is !== 'ticked',
    );
  return next ? { do: 'tick', behaviour: next.behaviour.id } : null;
}
