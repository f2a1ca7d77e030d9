import { foldSession } from '../domain/session';
import { summarise } from '../domain/session-summary';
import type { OpenVault } from '../store/open-vault';
import { addFinishedSession } from '../store/sessions';
import type { World } from './world';

/** Four weeks with three clients. */
const PLAN = { seed: 1, count: 12, clients: 3 };

/** Writes the made-up sessions of *Practise first* into a vault that is empty. */
export async function fillPracticeVault(vault: OpenVault, world: World): Promise<void> {
  const { demoEvents } = await import('./demo-sessions');
  for (let number = 0; number < PLAN.count; number += 1) {
    const events = demoEvents({ ...PLAN, today: world.today() }, number);
    const log = events.map((event, seq) => ({ seq, event }));
    const session = foldSession(log);
    if (session) await addFinishedSession(vault, world.newId(), log, summarise(session));
  }
}
