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
import { SettingChoice } from './SettingChoice';

const CHOICES = [
  [SETTLE_SETTING, 'settleBefore'],
  [CLIENT_CONTEXT_SETTING, 'contextWanted'],
  [NO_CLIENT_SETTING, 'noClientWanted'],
] as const;

/** What comes before a session, for those who want it. */
export function SessionSection({ vault }: { vault: OpenVault }) {
  const [hasFailed, setFailed] = useState(false);
  const save = (setting: Setting<boolean>, isOn: boolean) => {
    setFailed(false);
    void putSetting(vault, setting, isOn).catch(() => setFailed(true));
  };

  return (
    <section class="card stack" aria-labelledby="before-sessions-title">
      <h2 id="before-sessions-title">{t('beforeSessionsTitle')}</h2>
      {CHOICES.map(([setting, words]) => (
        <SettingChoice
          key={words}
          vault={vault}
          setting={setting}
          words={words}
          onChoose={isOn => save(setting, isOn)}
        />
      ))}
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </section>
  );
}
