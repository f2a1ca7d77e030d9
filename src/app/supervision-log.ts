import type { OpenVault } from '../store/open-vault';
import { SUPERVISION_LOG_SETTING, type SupervisionEntry } from '../store/packets';
import { changeSetting, followSetting, setAside } from '../store/settings';

export type { SupervisionEntry };

/** Tells the log, newest first, and whether it cannot be read, now and after every change, until the returned function is called. */
export function followSupervisionLog(
  vault: OpenVault,
  onLog: (log: readonly SupervisionEntry[], isDamaged: boolean) => void,
): () => void {
  return followSetting(vault, SUPERVISION_LOG_SETTING, onLog);
}

/** Sets a log that cannot be read aside, so that a new one can be kept. Nothing is deleted. */
export function beginNewSupervisionLog(vault: OpenVault): Promise<void> {
  return setAside(vault, SUPERVISION_LOG_SETTING);
}

/**
 * Keeps an entry in place of the one with the same id, if there is one. Resolves once it is on the disk; rejects, with
 * nothing changed, when the log cannot be read.
 */
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
