import type { OpenVault } from '../store/open-vault';
import { allRows, openSummaries } from '../store/sessions';
import { lastTimeWith, tellFollowUp } from './follow-ups';
import type { World } from './world';

/** Tells the earlier sessions with this client that their open repairs are made. */
export async function closeCarriedRepairs(
  vault: OpenVault,
  world: World,
  client: string | null,
): Promise<void> {
  const rows = await allRows(vault);
  const opened = await openSummaries(vault, rows);
  const known = rows.map(({ n, id }, index) => ({ n, id, summary: opened[index]?.summary ?? null }));
  for (const { session, followUp } of lastTimeWith(known, client).owed) {
    if (followUp.kind !== 'repair') continue;
    await tellFollowUp(vault, world, session, { do: 'close-follow-up', of: followUp.seq, how: 'kept' });
  }
}
