import type { BackedUpSession, Backup } from '../domain/backup';
import { placeBetween } from '../domain/place-between';
import type { ClockReading } from '../domain/session-clock';
import type { SessionRow } from './database';
import { type JoinedRest, joinRest } from './join-rest';
import { type JoinedSession, joinSession, logOf, type Replacement } from './join-session';
import type { OpenVault } from './open-vault';
import { PackedEvents } from './packed-events';
import { listRows, openSummaries } from './sessions';

/** What a restore found in the file and did with it, by count. */
export interface RestoreReport {
  /** Sessions in the file. */
  readonly found: number;
  /** Of these: new here. */
  readonly brought: number;
  /** Here already, and got events that were missing. */
  readonly completed: number;
  /** Here with another story under the same id; the file's was brought beside it, as a session of its own. */
  readonly apart: number;
  /** Here already in full. */
  readonly known: number;
  /** Other records brought: settings, clients, activity, drafts. */
  readonly records: number;
  /** Other records that say something else here; the ones here were kept. */
  readonly keptHere: number;
  /** Damaged records here that were whole in the file. */
  readonly mended: number;
  /** Records the file names as unreadable when it was made. */
  readonly leftOut: number;
}

/** Rows that need not lie in memory one by one before they are written. An array is one. */
export interface RowList {
  readonly length: number;
  slice(from: number, to: number): readonly object[];
  /** Lets go of the rows before this place; they are not asked for again. */
  forget?(before: number): void;
}

/** Sealed rows ready to be written, and what it comes to. Making it writes nothing. */
export interface MergePlan {
  readonly added: readonly { readonly table: string; readonly rows: RowList }[];
  readonly replaced: readonly Replacement[];
  readonly report: RestoreReport;
}

/** A session whose events are packed already. */
type PlannedSession = Omit<JoinedSession, 'added'> & { readonly hasAdded: boolean };

const SESSIONS_AT_A_TIME = 50;

/** Opens what is here, compares it with a checked backup, and seals what is to come. */
export async function planMerge(
  vault: OpenVault,
  backup: Backup,
  now: ClockReading,
  onProgress: (done: number, of: number) => void,
): Promise<MergePlan> {
  const { rows } = await listRows(vault, Number.POSITIVE_INFINITY);
  const here = new Map(rows.map(row => [row.id, row]));
  const hasEvents = (await vault.database.events.limit(1).count()) > 0;

  const events = new PackedEvents();
  const joined: PlannedSession[] = [];
  const total = backup.sessions.length;
  onProgress(0, total);
  for (let done = 0; done < total; done += SESSIONS_AT_A_TIME) {
    const some = backup.sessions.slice(done, done + SESSIONS_AT_A_TIME);
    const answers = await Promise.all(some.map(session => join(vault, session, here, hasEvents)));
    for (const { added, ...answer } of answers) {
      joined.push({ ...answer, hasAdded: added.length > 0 });
      for (const row of added) events.add(row);
    }
    onProgress(Math.min(done + SESSIONS_AT_A_TIME, total), total);
  }
  const listed = await placeInList(vault, rows, joined);
  const rest = await joinRest(vault, backup, joined, now);
  return {
    added: [{ table: 'events', rows: events }, { table: 'sessions', rows: listed }, ...rest.added].filter(
      ({ rows }) => rows.length > 0,
    ),
    replaced: [...joined.flatMap(({ replaced }) => replaced), ...rest.replaced],
    report: report(backup, joined, rest),
  };
}

/** A log that differs from the one here comes under another id, and is then looked for under that one. */
async function join(
  vault: OpenVault,
  session: BackedUpSession,
  here: ReadonlyMap<string, SessionRow>,
  hasEvents: boolean,
): Promise<JoinedSession> {
  let wanted = session;
  for (let isApart = false; ; isApart = true) {
    const log = hasEvents ? await logOf(vault, wanted.id) : [];
    const answer = await joinSession(vault, wanted, here.get(wanted.id) ?? null, log);
    if ('plan' in answer) return { ...answer.plan, from: session.id, isApart };
    wanted = { ...session, id: answer.goesAs };
  }
}

async function placeInList(
  vault: OpenVault,
  rows: readonly SessionRow[],
  joined: readonly PlannedSession[],
): Promise<SessionRow[]> {
  const coming = joined.flatMap(({ listed }) => (listed ? [listed] : []));
  if (coming.length === 0) return [];
  const opened = await openSummaries(vault, rows);
  const here = rows.map(({ n }, index) => ({ n, day: opened[index]?.summary?.day ?? null }));
  const numbers = placeBetween(
    here.reverse(),
    coming.map(({ day }) => day),
  );
  return coming.map(({ id, box }, index) => ({ n: numbers[index] as number, id, box }));
}

function report(backup: Backup, joined: readonly PlannedSession[], rest: JoinedRest): RestoreReport {
  const fresh = joined.filter(({ isNew }) => isNew);
  const apart = fresh.filter(({ isApart }) => isApart).length;
  const completed = joined.filter(({ isNew, hasAdded }) => !isNew && hasAdded).length;
  const mended = joined.reduce((sum, { mended }) => sum + mended, 0);
  return {
    found: joined.length,
    brought: fresh.length - apart,
    completed,
    apart,
    known: joined.length - fresh.length - completed,
    records: rest.records,
    keptHere: rest.keptHere,
    mended: mended + rest.mended,
    leftOut: backup.leftOut.length,
  };
}
