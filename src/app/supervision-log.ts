import type { OpenVault } from '../store/open-vault';
import { SUPERVISION_LOG_SETTING, type SupervisionEntry } from '../store/packets';
import { changeSetting, followSetting } from '../store/settings';

export type { SupervisionEntry };

/** Tells the log, newest first, now and after every change in any page, until the returned function is called. */
export function followSupervisionLog(
  vault: OpenVault,
  onLog: (log: readonly SupervisionEntry[]) => void,
): () => void {
  return followSetting(vault, SUPERVISION_LOG_SETTING, onLog);
}

/** Keeps an entry in place of the one with the same id, if there is one. Resolves once it is on the disk. */
export function saveSupervisionEntry(vault: OpenVault, entry: SupervisionEntry): Promise<void> {
  return change(vault, entry.id, [entry]);
}

/** Removes an entry for good. Resolves once it is gone from the disk. */
export function removeSupervisionEntry(vault: OpenVault, id: string): Promise<void> {
  return change(vault, id, []);
}

async function change(vault: OpenVault, id: string, instead: readonly SupervisionEntry[]): Promise<void> {
  await changeSetting(vault, SUPERVISION_LOG_SETTING, log => {
    const changed = [...log.filter(one => one.id !== id), ...instead];
    return changed.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
  });
}
