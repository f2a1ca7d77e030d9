import type { SessionRow } from '../store/database';
import { tellSession } from '../store/every-log';
import type { OpenVault } from '../store/open-vault';
import { openSummaries } from '../store/sessions';

/** A note as it was written, to be shown beside a new one and never put into it. */
export interface LastNote {
  readonly day: string;
  readonly text: string;
}

/** Summaries opened at a time on the way back. */
const AT_ONCE = 60;

/**
 * The last note of the same client before this session. Opens no more than it needs.
 * @param client null for sessions with no client, of which each stands for itself.
 * @returns null when there is none, or it cannot be read.
 */
export async function readLastNote(
  vault: OpenVault,
  client: string | null,
  session: string,
): Promise<LastNote | null> {
  const { sessions } = vault.database;
  const own = await sessions.where('id').equals(session).first();
  let before = own?.n ?? Number.POSITIVE_INFINITY;
  while (client !== null) {
    const rows: SessionRow[] = await sessions.where('n').below(before).reverse().limit(AT_ONCE).toArray();
    const oldest = rows.at(-1);
    if (!oldest) return null;
    before = oldest.n;
    for (const { id, summary } of await openSummaries(vault, rows)) {
      if (summary?.client !== client || summary.state === 'live') continue;
      const told = await tellSession(vault, id);
      if (told?.note) return { day: told.day, text: told.note.text };
    }
  }
  return null;
}
