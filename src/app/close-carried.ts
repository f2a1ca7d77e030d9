import { isRefusal } from '../domain/refusal';
import { type Owed, tellFollowUp } from './follow-ups';
import type { LiveSession, Outcome } from './live-session';
import type { OpenVault } from './vault-access';
import type { World } from './world';

/** What keeping something from last time shows: the thread was picked up, and what was said was done. */
const SHOWN_BY_KEEPING = {
  promise: ['pick-up-the-thread', 'do-what-i-said'],
  repair: ['pick-up-the-thread'],
};

/**
 * Tells an earlier session what became of a follow-up, and ticks in the live one what keeping it shows. Undo takes a tick
 * back, not what became of the follow-up.
 */
export async function closeCarried(
  vault: OpenVault,
  world: World,
  live: LiveSession,
  { session, followUp }: Owed,
  how: 'kept' | 'let-go',
): Promise<Outcome> {
  const told = await tellFollowUp(vault, world, session, { do: 'close-follow-up', of: followUp.seq, how });
  if (isRefusal(told) || how === 'let-go') return told;
  for (const behaviour of SHOWN_BY_KEEPING[followUp.kind]) await live.dispatch({ do: 'tick', behaviour });
  return told;
}
