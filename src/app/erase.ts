import type { LegalHold } from '../domain/client-record';
import type { Client } from '../domain/clients';
import { readyActivity } from '../store/activity';
import { areUnchanged } from '../store/clients';
import { deleteAllDatabases } from '../store/delete-all';
import { eraseSessions } from '../store/erase';
import { destroyKeyring } from '../store/keyring';
import type { OpenVault } from '../store/open-vault';
import { sweepDisk } from '../store/sweep';
import { sweepNow } from '../store/sweep-due';
import type { DayAndId } from './activity';
import { readAllClients } from './clients';

/** A client of whom nothing may be deleted. */
export interface HeldClient {
  readonly code: string | null;
  readonly hold: LegalHold;
}

/** What became of an erasure. Anything but `erased` means that nothing was. */
export type Erasing =
  | { readonly is: 'erased' }
  | { readonly is: 'session-live' }
  | { readonly is: 'held'; readonly by: readonly HeldClient[] };

/** What goes with the vault, outside its store. */
export interface Forgetting {
  /** Forgets that a vault was kept here. Before the databases go: without them nothing else tells that it was meant. */
  unmark(): Promise<void>;
  /** Clears what the pages share in memory, the key above all; every page then reloads. */
  forget(): Promise<void>;
}

/**
 * Erases every session of a client, and what is kept about the client: all of it or nothing, and takes the sealed bytes
 * off the disk. Backups and files saved earlier keep theirs.
 */
export async function eraseClient(vault: OpenVault, world: DayAndId, code: string | null): Promise<Erasing> {
  const alongside = await readyActivity(vault, world.newId(), { day: world.today(), kind: 'erased' });
  for (;;) {
    const { clients, seen } = await readAllClients(vault, world.today());
    const client = clients.find(one => one.code === code);
    const held = heldAmong(client ? [client] : []);
    if (held.length > 0) return { is: 'held', by: held };
    if (client?.isLive) return { is: 'session-live' };
    const rows = seen.clients.filter(({ record }) => record !== null && record.code === code);
    const erased = await eraseSessions(
      vault,
      {
        sessions: client?.sessions ?? [],
        clients: rows.map(({ row }) => row.id),
        knownClients: seen.clients,
        knownSessions: seen.sessions,
      },
      alongside,
    );
    if (erased === 'changed') continue;
    if (erased === 'erased') await sweepNow(vault.database);
    return { is: erased };
  }
}

/**
 * Erases the vault and all that Sidelight keeps, unless a legal hold stands. The keyring goes first: from then on
 * nobody can unlock, and an erasure that is cut short is finished by the next page that opens.
 */
export async function eraseEverything(
  vault: OpenVault,
  world: DayAndId,
  { unmark, forget }: Forgetting,
): Promise<Erasing> {
  for (;;) {
    const { clients, seen } = await readAllClients(vault, world.today());
    const held = heldAmong(clients);
    if (held.length > 0) return { is: 'held', by: held };
    await sweepDisk().catch(() => {});
    // A hold may be set in another window at this very moment.
    if (await destroyKeyring(vault.database, () => areUnchanged(vault, seen.clients))) break;
  }
  await unmark().catch(() => {});
  await deleteAllDatabases();
  await forget();
  return { is: 'erased' };
}

function heldAmong(clients: readonly Client[]): readonly HeldClient[] {
  return clients.flatMap(({ code, hold }) => (hold ? [{ code, hold }] : []));
}
