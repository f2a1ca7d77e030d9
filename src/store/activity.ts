import { type Activity, activitySchema } from '../domain/activity';
import type { ActivityRow } from './database';
import { reopen } from './database';
import { openOrNull } from './open-or-null';
import { type OpenVault, sealAt } from './open-vault';

/** Adds a line to the activity log. Resolves once it is on the disk. */
export async function addActivity(vault: OpenVault, id: string, activity: Activity): Promise<void> {
  const add = await readyActivity(vault, id, activity);
  await reopen(vault.database);
  await add();
}

/** Readies a line that must land together with other writes or not at all. It runs inside their transaction. */
export async function readyActivity(
  vault: OpenVault,
  id: string,
  activity: Activity,
): Promise<() => Promise<void>> {
  const box = await sealAt(vault, activityPlace(id), activity);
  return async () => {
    await vault.database.activity.add({ id, box });
  };
}

/** The whole log in no order; lines that do not open are left out. */
export async function listActivity(vault: OpenVault): Promise<readonly Activity[]> {
  const rows = await vault.database.activity.toArray();
  const opened = await Promise.all(rows.map(row => openActivity(vault, row)));
  return opened.filter(activity => activity !== null);
}

async function openActivity(vault: OpenVault, { id, box }: ActivityRow): Promise<Activity | null> {
  const activity = activitySchema.safeParse((await openOrNull(vault, activityPlace(id), box))?.content);
  return activity.success ? activity.data : null;
}

function activityPlace(id: string) {
  return { table: 'activity', id, seq: 0 } as const;
}
