import { useState } from 'preact/hooks';
import {
  CLIENT_CONTEXT_SETTING,
  followSetting,
  NO_CLIENT_SETTING,
  putSetting,
  SETTLE_SETTING,
  type Setting,
} from '../../app/preferences';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { useFollowed } from '../../ui/use-followed';

/** What comes before a session, for those who want it. */
export function SessionSection({ vault }: { vault: OpenVault }) {
  const [hasFailed, setFailed] = useState(false);
  // Null until it is known: nothing is to be shown as chosen before it was read.
  const useChoice = (setting: Setting<boolean>) =>
    useFollowed<boolean | null>(tell => followSetting(vault, setting, tell), null, [vault]);
  const choices = [
    [SETTLE_SETTING, useChoice(SETTLE_SETTING), 'settleBefore'],
    [CLIENT_CONTEXT_SETTING, useChoice(CLIENT_CONTEXT_SETTING), 'contextWanted'],
    [NO_CLIENT_SETTING, useChoice(NO_CLIENT_SETTING), 'noClientWanted'],
  ] as const;
  const save = (setting: Setting<boolean>, isOn: boolean) => {
    setFailed(false);
    void putSetting(vault, setting, isOn).catch(() => setFailed(true));
  };

  return (
    <section class="card stack" aria-labelledby="before-sessions-title">
      <h2 id="before-sessions-title">{t('beforeSessionsTitle')}</h2>
      {choices.map(
        ([setting, isOn, words]) =>
          isOn !== null && (
            <label key={words} class="choice">
              <input
                type="checkbox"
                checked={isOn}
                onChange={event => save(setting, event.currentTarget.checked)}
              />
              <span>{t(words)}</span>
            </label>
          ),
      )}
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </section>
  );
}
