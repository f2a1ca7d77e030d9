import { hasLiveRow } from '../store/live-row';
import { DATABASES, type VaultKind } from './key-memory';

/** Whether a session is live in this vault. Needs no key. Rejects when the database will not open. */
export function isSessionLive(kind: VaultKind): Promise<boolean> {
  return hasLiveRow(DATABASES[kind]);
}
