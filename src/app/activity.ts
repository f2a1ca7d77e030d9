import { type ActivityDay, type ActivityKind, layActivity } from '../domain/activity';
import { addActivity, listActivity } from '../store/activity';
import type { OpenVault } from '../store/open-vault';
import type { World } from './world';

/** What the activity log asks of the world. */
export type DayAndId = Pick<World, 'today' | 'newId'>;

/**
 * Notes in the sealed activity log that something was done today. Never rejects: what was done is done, and a log that
 * cannot be written must not make it look as if it had failed.
 */
export async function recordActivity(vault: OpenVault, world: DayAndId, kind: ActivityKind): Promise<void> {
  await addActivity(vault, world.newId(), { day: world.today(), kind }).catch(() => {});
}

/** The activity log by day, newest first. */
export async function readActivity(vault: OpenVault): Promise<readonly ActivityDay[]> {
  return layActivity(await listActivity(vault));
}
