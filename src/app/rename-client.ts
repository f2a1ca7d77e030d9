import { aNewRecord, joinRecords } from '../domain/client-record';
import { decide } from '../domain/decide';
import { isRefusal } from '../domain/refusal';
import { foldSession } from '../domain/session';
import { summarise } from '../domain/session-summary';
import { readyClientRow } from '../store/clients';
import type { OpenVault } from '../store/open-vault';
import { sealSingly } from '../store/packed-log';
import { type RenamedSession, type Renaming, writeRenaming } from '../store/rename-client';
import { readLog } from '../store/session-log';
import { getSummary, readySummary } from '../store/sessions';
import { readAllClients } from './clients';
import type { World } from './world';

/**
 * Gives a client another code: every session, the live one too, and what is kept about the client. Where the new code is
 * known already the two become one: the longer retention and the older hold stand. All of it or nothing; each log keeps the
 * old code as its history. Resolves once it is on the disk.
 */
export async function renameClient(vault: OpenVault, world: World, from: string, to: string): Promise<void> {
  if (from === to) return;
  while ((await writeRenaming(vault, await readyRenaming(vault, world, from, to))) === 'changed');
}

async function readyRenaming(vault: OpenVault, world: World, from: string, to: string): Promise<Renaming> {
  const { clients, seen } = await readAllClients(vault, world.today());
  const ids = clients.find(({ code }) => code === from)?.sessions ?? [];
  const sessions = await Promise.all(ids.map(id => readySession(vault, world.today(), id, to)));
  const own = seen.clients.filter(({ record }) => record?.code === from);
  const others = seen.clients.filter(({ record }) => record?.code === to);
  const newRow =
    own.length === 0
      ? null
      : await readyClientRow(vault, world.newId(), {
          ...joinRecords(aNewRecord(to), ...[...own, ...others].flatMap(({ record }) => record ?? [])),
          // A client that is seen still is not put away by taking in one that was.
          archived: (others.length > 0 ? others : own).every(({ record }) => record?.archived),
        });
  const oldRows = newRow ? [...own, ...others].map(({ row }) => row.id) : [];
  return { sessions, oldRows, newRow, knownClients: seen.clients, knownSessions: seen.sessions };
}

async function readySession(vault: OpenVault, day: string, id: string, to: string): Promise<RenamedSession> {
  const { log, damaged } = await readLog(vault, id);
  const session = foldSession(log);
  if (!session) {
    // Its log no longer tells whose it is; its line does, and is all there is to change.
    const line = await getSummary(vault, id);
    const writeLine = line ? await readySummary(vault, id, { ...line, client: to }) : async () => {};
    return { id, rows: [], writeLine };
  }
  const events = decide(session, { do: 'rename-client', client: to }, { minute: 0, day });
  if (isRefusal(events)) throw new Error(`A code can always be changed, not so here: ${events.refused}`);
  const next = log.length + damaged.length;
  const added = events.map((event, index) => ({ seq: next + index, event }));
  const rows = await sealSingly(vault, id, added);
  const after = foldSession([...log, ...added]) ?? session;
  return { id, rows, writeLine: await readySummary(vault, id, summarise(after)) };
}
