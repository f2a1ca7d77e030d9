import { type Address, type Box, open, seal } from '../vault/seal';
import { BOX_VERSION, type VaultDatabase } from './database';

/** A vault with its key in hand: the only way to the records. Pages drop it by reloading. */
export interface OpenVault {
  readonly database: VaultDatabase;
  readonly key: CryptoKey;
}

/** The place of a record: its table, the record's random id, and its position there (0 where there is one only). */
export interface Place {
  readonly table: 'events' | 'sessions' | 'live' | 'drafts' | 'settings' | 'clients' | 'activity';
  readonly id: string;
  readonly seq: number;
}

/** Seals a value for one place; opened anywhere else it is damage. Call it before any transaction, never inside. */
export function sealAt(vault: OpenVault, place: Place, value: unknown): Promise<Box> {
  return seal(vault.key, addressOf(place), value);
}

/** @returns what was sealed; throws Damaged when the box was changed or belongs elsewhere. */
export function openAt({ key }: Pick<OpenVault, 'key'>, place: Place, box: Box): Promise<unknown> {
  return open(key, addressOf(place), box);
}

function addressOf(place: Place): Address {
  return { ...place, version: BOX_VERSION };
}
