import type { ChecklistRef } from '../domain/checklist';
import { foldSession } from '../domain/session';
import type { SessionEvent } from '../domain/session-event';
import { summarise } from '../domain/session-summary';
import type { OpenVault } from '../store/open-vault';
import { addFinishedSession } from '../store/sessions';
import type { World } from './world';

/** A session that was held without Sidelight. */
export interface PastSession {
  readonly day: string;
  readonly checklist: ChecklistRef;
  /** Minutes. */
  readonly planned: number;
}

/**
 * Adds a session to be audited from memory or from a recording kept elsewhere. It has no client and no note, and is taken
 * to have been as long as planned.
 * @returns its id, once it is on the disk.
 */
export async function addPastSession(
  vault: OpenVault,
  world: World,
  { day, checklist, planned }: PastSession,
): Promise<string> {
  const { id: name, version } = checklist;
  const events: SessionEvent[] = [
    { type: 'started', day, client: null, checklist: { id: name, version }, planned },
    { type: 'ended', minute: planned },
  ];
  const log = events.map((event, seq) => ({ seq, event }));
  const session = foldSession(log);
  if (!session) throw new Error('A log that begins with its start can be told.');
  const id = world.newId();
  await addFinishedSession(vault, id, log, summarise(session));
  return id;
}
