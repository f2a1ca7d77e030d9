import { type Command, decide } from '../domain/decide';
import type { Refusal } from '../domain/refusal';
import type { SessionEvent } from '../domain/session-event';
import { type OpenFollowUp, summarise } from '../domain/session-summary';
import type { OpenVault } from '../store/open-vault';
import { SessionLog } from '../store/session-log';
import { readySummary } from '../store/sessions';
import type { KnownSession } from './summaries';
import type { World } from './world';

/** A follow-up that still stands, and the session that owes it. */
export interface Owed {
  readonly session: string;
  /** The day of that session. */
  readonly day: string;
  readonly client: string | null;
  readonly followUp: OpenFollowUp;
}

/** What a client's earlier sessions leave for the next one. */
export interface LastTime {
  /** The day of the last session that has ended; null when there is none. */
  readonly day: string | null;
  readonly closingLine: string;
  /** Oldest first. */
  readonly owed: readonly Owed[];
  /** A client's code that differs in capital letters only, while no session has this one; null when there is none. */
  readonly alike: string | null;
}

/** Everything that still stands, oldest first. A session that is live owes nothing yet. */
export function everythingOwed(known: readonly KnownSession[]): readonly Owed[] {
  return [...known]
    .sort((one, other) => one.n - other.n)
    .flatMap(({ id, summary }) => {
      if (!summary || summary.state === 'live') return [];
      const { day, client } = summary;
      return (summary.open ?? []).map(followUp => ({ session: id, day, client, followUp }));
    });
}

/**
 * What was left for the next session with this client.
 * @param client null for sessions with no client, of which each stands for itself: nothing is carried.
 */
export function lastTimeWith(known: readonly KnownSession[], client: string | null): LastTime {
  if (client === null) return { day: null, closingLine: '', owed: [], alike: null };
  const own = known.filter(({ summary }) => summary?.client === client && summary.state !== 'live');
  const last = own.reduce<KnownSession | null>(
    (latest, one) => (latest && latest.n > one.n ? latest : one),
    null,
  );
  return {
    day: last?.summary?.day ?? null,
    closingLine: last?.summary?.closingLine ?? '',
    owed: everythingOwed(own),
    alike: own.length > 0 ? null : findAlike(known, client),
  };
}

function findAlike(known: readonly KnownSession[], client: string): string | null {
  const wanted = client.toLowerCase();
  const found = known.find(({ summary }) => {
    const code = summary?.client;
    return code && code !== client && code.toLowerCase() === wanted;
  });
  return found?.summary?.client ?? null;
}

/** Tells what became of a follow-up, in the log of the session that owes it. Resolves once it is on the disk. */
export async function tellFollowUp(
  vault: OpenVault,
  world: World,
  session: string,
  command: Extract<Command, { do: 'close-follow-up' | 'reopen-follow-up' | 'change-promise' }>,
): Promise<readonly SessionEvent[] | Refusal> {
  const log = new SessionLog(vault, session);
  await log.catchUp();
  return log.append(
    known => decide(known, command, { minute: 0, day: world.today() }),
    after => readySummary(vault, session, summarise(after)),
  );
}
