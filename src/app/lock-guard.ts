import { followQuery } from '../store/live';
import type { OpenVault } from '../store/open-vault';
import { getLiveSession } from '../store/sessions';
import { getSetting } from '../store/settings';
import type { AutoLock } from './auto-lock';
import { LOCK_AFTER_SETTING } from './lock-settings';

/**
 * Keeps the auto-lock of a page to what its open vault says: how long to wait, and whether a session is live. Until
 * the returned function is called.
 */
export function guardVault(autoLock: AutoLock, vault: OpenVault): () => void {
  void getSetting(vault, LOCK_AFTER_SETTING).then(after => autoLock.setAfter(after));
  return followQuery(
    () => getLiveSession(vault),
    id => autoLock.hold(id !== null),
  );
}
