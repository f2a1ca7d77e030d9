import type { ExportedSession, ExportOf } from '../domain/export-format';
import { foldSession, type Session } from '../domain/session';
import { getDraft } from '../store/drafts';
import type { OpenVault } from '../store/open-vault';
import { readLog } from '../store/session-log';
import { openSummaries } from '../store/sessions';

/** What to export: one session; sessions of a client that were looked up before; or whatever lies in a period. */
export interface ExportScope {
  readonly of: ExportOf;
  /** Ids; not looked at for a period. */
  readonly sessions: readonly string[];
}

/** What was read, oldest session first, and what was left out of it as it could not be read: entries and whole sessions. */
export interface ReadForExport {
  readonly sessions: readonly ExportedSession[];
  readonly leftOut: number;
}

/** Reads everything of a scope, with the words that are not signed off yet. Whoever sees it can read it; it is not sealed. */
export async function readForExport(
  vault: OpenVault,
  { of, sessions: named }: ExportScope,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<ReadForExport> {
  const ids = of.kind === 'period' ? await idsBetween(vault, of.from, of.to) : named;
  const sessions: ExportedSession[] = [];
  for (const id of ids) {
    onProgress(sessions.length, ids.length);
    const { log, damaged } = await readLog(vault, id);
    const session = foldSession(log);
    sessions.push({ session: session && (await withDrafts(vault, id, session)), log, damaged });
  }
  sessions.sort((one, other) => dayOf(one).localeCompare(dayOf(other)));
  const leftOut = sessions.reduce((sum, { damaged }) => sum + damaged.length, 0);
  return { sessions, leftOut };
}

/** A session whose line in the list is damaged is asked itself; one that cannot tell its day lies in every period. */
async function idsBetween(vault: OpenVault, from: string, to: string): Promise<readonly string[]> {
  const listed = await openSummaries(vault, await vault.database.sessions.toArray());
  const found = await Promise.all(
    listed.map(async ({ id, summary }) => {
      const day = summary?.day ?? foldSession((await readLog(vault, id)).log)?.day;
      return day === undefined || (day >= from && day <= to) ? id : null;
    }),
  );
  return found.filter(id => id !== null);
}

async function withDrafts(vault: OpenVault, id: string, session: Session): Promise<Session> {
  if (session.review.signedOff !== null) return session;
  const [note, reflection] = await Promise.all([
    getDraft(vault, id, 'note'),
    getDraft(vault, id, 'reflection'),
  ]);
  return {
    ...session,
    ...(note?.text ? { note: { text: note.text, minute: note.begun } } : {}),
    ...(reflection?.text ? { review: { ...session.review, reflection: reflection.text } } : {}),
  };
}

function dayOf({ session }: ExportedSession): string {
  return session?.day ?? '';
}
