import type { Client } from '../domain/clients';
import { foldSession } from '../domain/session';
import type { OpenVault } from '../store/open-vault';
import { readLog } from '../store/session-log';

/** The words of one session. Each is '' where nothing was written. */
export interface ClientNote {
  readonly id: string;
  readonly day: string;
  readonly note: string;
  readonly reflection: string;
  readonly amendments: readonly string[];
}

/** What was written about a client, oldest session first; sessions without words, or that cannot be read, are left out. */
export async function readClientNotes(vault: OpenVault, client: Client): Promise<readonly ClientNote[]> {
  const notes: ClientNote[] = [];
  for (const id of client.sessions) {
    const session = foldSession((await readLog(vault, id)).log);
    if (!session) continue;
    const { reflection, amendments } = session.review;
    const texts = amendments.map(({ text }) => text);
    const told = { id, day: session.day, note: session.note?.text ?? '', reflection, amendments: texts };
    if (told.note || reflection || texts.length > 0) notes.push(told);
  }
  return notes;
}
