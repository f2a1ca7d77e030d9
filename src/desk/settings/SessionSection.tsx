import { useState } from 'preact/hooks';
import {
  CLIENT_CONTEXT_SETTING,
  NO_CLIENT_SETTING,
  putSetting,
  SETTLE_SETTING,
  type Setting,
} from '../../app/preferences';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { useSetting } from '../../ui/use-setting';

/** What comes before a session, for those who want it. */
export function SessionSection({ vault }: { vault: OpenVault }) {
  const [hasFailed, setFailed] = useState(false);
  const choices = [
    [SETTLE_SETTING, useSetting(vault, SETTLE_SETTING), 'settleBefore'],
    [CLIENT_CONTEXT_SETTING, useSetting(vault, CLIENT_CONTEXT_SETTING), 'contextWanted'],
    [NO_CLIENT_SETTING, useSetting(vault, NO_CLIENT_SETTING), 'noClientWanted'],
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
