import { followSetting, type Setting } from '../app/preferences';
import type { OpenVault } from '../app/vault-access';
import { useFollowed } from './use-followed';

/**
 * A setting as it stands, as it changes. Null until it is known: a choice is not to be shown as made before it was read,
 * while a screen that only needs something to begin with takes the setting's `usual` meanwhile.
 */
export function useSetting<T>(vault: OpenVault, setting: Setting<T>): T | null {
  return useFollowed<T | null>(tell => followSetting(vault, setting, tell), null, [vault]);
}
