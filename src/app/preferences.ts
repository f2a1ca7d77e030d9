import type { PhaseShares } from '../domain/phase';
import type { OpenVault } from '../store/open-vault';
import { OWN_WORDS_SETTING, PHASE_SHARES_SETTING } from '../store/preferences';
import { changeSetting } from '../store/settings';

export {
  CLIENT_CONTEXT_SETTING,
  FOCUS_PERIOD_SETTING,
  FOCUS_SETTING,
  MOST_FOCUS,
  NO_CLIENT_SETTING,
  OWN_WORDS_SETTING,
  PHASE_SHARES_SETTING,
  SETTLE_SETTING,
} from '../store/preferences';
export { followSetting, getSetting, putSetting, type Setting, setAside } from '../store/settings';

/** Keeps the therapist's own phrase for a behaviour; an empty one goes. Resolves once it is on the disk. */
export async function setOwnWords(vault: OpenVault, behaviour: string, words: string): Promise<void> {
  await changeSetting(vault, OWN_WORDS_SETTING, ({ [behaviour]: _, ...others }) =>
    words ? { ...others, [behaviour]: words } : others,
  );
}

/** Keeps how long the phases of a checklist are. Resolves once it is on the disk. */
export async function setPhaseShares(
  vault: OpenVault,
  checklist: string,
  shares: PhaseShares,
): Promise<void> {
  await changeSetting(vault, PHASE_SHARES_SETTING, known => ({ ...known, [checklist]: shares }));
}
