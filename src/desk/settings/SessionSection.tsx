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
  const settles = useFollowed(on => followSetting(vault, SETTLE_SETTING, on), SETTLE_SETTING.usual, [vault]);
  const context = useFollowed(
    on => followSetting(vault, CLIENT_CONTEXT_SETTING, on),
    CLIENT_CONTEXT_SETTING.usual,
    [vault],
  );
  const noClient = useFollowed(on => followSetting(vault, NO_CLIENT_SETTING, on), NO_CLIENT_SETTING.usual, [
    vault,
  ]);
  const save = (setting: Setting<boolean>, isOn: boolean) => {
    setFailed(false);
    void putSetting(vault, setting, isOn).catch(() => setFailed(true));
  };

  return (
    <section class="card stack" aria-labelledby="before-sessions-title">
      <h2 id="before-sessions-title">{t('beforeSessionsTitle')}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={settles}
          onChange={event => save(SETTLE_SETTING, event.currentTarget.checked)}
        />
        <span>{t('settleBefore')}</span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={context}
          onChange={event => save(CLIENT_CONTEXT_SETTING, event.currentTarget.checked)}
        />
        <span>{t('contextWanted')}</span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={noClient}
          onChange={event => save(NO_CLIENT_SETTING, event.currentTarget.checked)}
        />
        <span>{t('noClientWanted')}</span>
      </label>
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </section>
  );
}
