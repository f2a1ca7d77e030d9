import { useEffect, useState } from 'preact/hooks';
import { putSetting, SINGLE_KEYS_SETTING } from '../../app/here';
import type { OpenVault } from '../../app/vault-access';
import { type CommandKey, type CommandName, getCommandKeys, getKeySettings } from '../../browser/commands';
import { type MessageKey, t } from '../../browser/i18n';
import { SettingChoice } from './SettingChoice';

const WORDS: Record<CommandName, MessageKey> = {
  'open-panel': 'commandOpenPanel',
  curtain: 'commandCurtain',
  'lock-now': 'commandLock',
  'mark-tenseness': 'commandTenseness',
  'mark-strain': 'commandStrain',
  'tick-next': 'commandTickNext',
};

/** The browser's keys for Sidelight as they are now, and whether single keys act. */
export function ShortcutsSection({ vault }: { vault: OpenVault }) {
  const [keys, setKeys] = useState<readonly CommandKey[]>([]);
  const [hasFailed, setFailed] = useState(false);
  const openSettings = getKeySettings();

  useEffect(() => {
    const look = () => void getCommandKeys().then(setKeys);
    look();
    // Keys are changed on a page of the browser's; who comes back from there has the focus again.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);

  return (
    <section class="card stack" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t('shortcutsTitle')}</h2>
      <p>{t('shortcutsAbout')}</p>
      <dl class="keys">
        {keys.map(({ name, key }) => (
          <div key={name}>
            <dt>{key ? <kbd>{key.replaceAll('+', ' + ')}</kbd> : <span class="soft">{t('noKey')}</span>}</dt>
            <dd>{t(WORDS[name])}</dd>
          </div>
        ))}
      </dl>
      {openSettings ? (
        <div>
          <button type="button" onClick={() => void openSettings()}>
            {t('changeKeys')}
          </button>
        </div>
      ) : (
        <p class="soft">{t('changeKeysFirefox')}</p>
      )}
      <SettingChoice
        vault={vault}
        setting={SINGLE_KEYS_SETTING}
        words="singleKeys"
        onChoose={isOn => {
          setFailed(false);
          putSetting(vault, SINGLE_KEYS_SETTING, isOn).catch(() => setFailed(true));
        }}
      />
      <p class="soft">{t('singleKeysAbout')}</p>
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </section>
  );
}
