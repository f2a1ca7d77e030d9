import type { Client } from '../domain/clients';
import { foldSession, type Session } from '../domain/session';
import type { LoggedEvent } from '../domain/session-event';
import type { OpenVault } from '../store/open-vault';
import { readLog } from '../store/session-log';

/** One session as it is exported: its story, and the log that tells it, event by event. */
export interface ExportedSession {
  /** Null when the log does not hold its beginning. */
  readonly session: Session | null;
  readonly log: readonly LoggedEvent[];
  /** The places in the log that could not be read. They are left out. */
  readonly damaged: readonly number[];
}

/** Reads everything of a client, oldest session first. Whoever sees it can read it; it is not sealed. */
export async function readClientForExport(vault: OpenVault, client: Client): Promise<ExportedSession[]> {
  const sessions: ExportedSession[] = [];
  for (const id of client.sessions) {
    const { log, damaged } = await readLog(vault, id);
    sessions.push({ session: foldSession(log), log, damaged });
  }
  return sessions;
}

/**
 * The export for other programs, as JSON. Texts stand in it as typed.
 *
 *   {"notice": …, "format": "sidelight client export", "version": 1, "made": "YYYY-MM-DD", "client": code or null,
 *    "retentionYears": …, "legalHold": …, "sessions": [{"day", "planned", "ended", "checklist", "log": [{"seq", "event"}],
 *    "unreadable": [seq]}]}
 */
export function toExportJson(
  client: Client,
  sessions: readonly ExportedSession[],
  made: string,
  notice: string,
): string {
  const content = {
    notice,
    format: 'sidelight client export',
    version: 1,
    made,
    client: client.code,
    retentionYears: client.years,
    legalHold: client.hold,
    sessions: sessions.map(({ session, log, damaged }) => ({
      day: session?.day ?? null,
      planned: session?.planned ?? null,
      ended: session?.ended ?? null,
      checklist: session?.checklist ?? null,
      log,
      unreadable: damaged,
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
