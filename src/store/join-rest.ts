import type { Backup, KeptRecord } from '../domain/backup';
import { sameJson } from '../domain/same-json';
import { type ClockReading, startClock } from '../domain/session-clock';
import type { Box } from '../vault/seal';
import type { JoinedSession, Replacement } from './join-session';
import { openOrNull } from './open-or-null';
import { type OpenVault, sealAt } from './open-vault';

/** What becomes of everything beside the sessions. */
export interface JoinedRest {
  readonly added: readonly { readonly table: string; readonly rows: readonly object[] }[];
  readonly replaced: readonly Replacement[];
  readonly records: number;
  readonly keptHere: number;
  readonly mended: number;
}

const KEPT_TABLES = ['settings', 'clients', 'activity'] as const;

/**
 * Readies the other records. One that is here already stays as it is. Words still being typed come with a session that is
 * new here, and not to one that is here, whose log is newer than they are. So does the live session's clock.
 */
export async function joinRest(
  vault: OpenVault,
  backup: Backup,
  joined: readonly Pick<JoinedSession, 'from' | 'id' | 'isNew' | 'isOpenEnded'>[],
  now: ClockReading,
): Promise<JoinedRest> {
  const kept = await Promise.all(KEPT_TABLES.map(table => joinKept(vault, table, backup[table])));
  const fresh = new Map(joined.filter(({ isNew }) => isNew).map(session => [session.from, session]));

  const inFile = new Set(joined.map(({ from }) => from));
  const { drafts: table } = vault.database;
  const drafts = await Promise.all(
    backup.drafts.map(async ({ session, field, revision, content }) => {
      const id = inFile.has(session) ? fresh.get(session)?.id : session;
      if (id === undefined || (await table.get([id, field]))) return [];
      const place = { table: 'drafts', id: `${id}:${field}`, seq: revision } as const;
      return [{ session: id, field, revision, box: await sealAt(vault, place, content) }];
    }),
  );
  const goingOn = backup.live && fresh.get(backup.live.session);
  const live: object[] = [];
  if (backup.live && goingOn?.isOpenEnded) {
    const { id } = goingOn;
    const clock = { ...startClock(now), elapsed: backup.live.elapsed };
    live.push({ session: id, box: await sealAt(vault, { table: 'live', id, seq: 0 }, clock) });
  }
  const added = [
    ...kept.map(({ rows }, index) => ({ table: KEPT_TABLES[index] as string, rows })),
    { table: 'drafts', rows: drafts.flat() },
    { table: 'live', rows: live },
  ];
  return {
    added,
    replaced: kept.flatMap(({ replaced }) => replaced),
    records: added.reduce((sum, { rows }) => sum + rows.length, 0) - live.length,
    keptHere: kept.reduce((sum, { keptHere }) => sum + keptHere, 0),
    mended: kept.reduce((sum, { replaced }) => sum + replaced.length, 0),
  };
}

async function joinKept(
  vault: OpenVault,
  table: (typeof KEPT_TABLES)[number],
  records: readonly KeptRecord[],
): Promise<{ rows: object[]; replaced: Replacement[]; keptHere: number }> {
  const rows: object[] = [];
  const replaced: Replacement[] = [];
  let keptHere = 0;
  const ids = records.map(({ id }) => id);
  const there: ({ box: Box } | undefined)[] = await vault.database.table(table).bulkGet(ids);
  await Promise.all(
    records.map(async ({ id, content }, index) => {
      const place = { table, id, seq: 0 };
      const row = there[index];
      const opened = row && (await openOrNull(vault, place, row.box));
      if (opened && !sameJson(opened.content, content)) keptHere += 1;
      if (opened) return;
      const box = await sealAt(vault, place, content);
      if (row) replaced.push({ table, key: id, seen: row.box, row: { id, box } });
      else rows.push({ id, box });
    }),
  );
  return { rows, replaced, keptHere };
}
