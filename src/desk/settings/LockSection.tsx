import { useState } from 'preact/hooks';
import type { AutoLock } from '../../app/auto-lock';
import type { guardVault } from '../../app/lock-guard';
import {
  followSetting,
  HIDE_DESK_SETTING,
  LOCK_AFTER,
  LOCK_AFTER_SETTING,
  type LockAfter,
  putSetting,
} from '../../app/lock-settings';
import { t } from '../../browser/i18n';
import { useFollowed } from '../../ui/use-followed';
import { SettingChoice } from './SettingChoice';

interface LockSectionProps {
  vault: Parameters<typeof guardVault>[1];
  autoLock: AutoLock;
}

/** When Sidelight locks, and when it hides. */
export function LockSection({ vault, autoLock }: LockSectionProps) {
  const after = useFollowed<LockAfter | null>(tell => followSetting(vault, LOCK_AFTER_SETTING, tell), null, [
    vault,
  ]);
  const [hasFailed, setFailed] = useState(false);

  const save = async (work: () => Promise<void>) => {
    setFailed(false);
    try {
      await work();
    } catch {
      setFailed(true);
    }
  };
  const chooseAfter = (chosen: LockAfter) =>
    save(async () => {
      await putSetting(vault, LOCK_AFTER_SETTING, chosen);
      await autoLock.setAfter(chosen);
    });

  return (
    <section class="card stack">
      <h2>{t('settingsLockTitle')}</h2>
      <p>{t('settingsLockAbout')}</p>
      {after !== null && (
        <div class="field">
          <label for="lock-after">{t('lockAfter')}</label>
          <select
            id="lock-after"
            aria-describedby="lock-after-about"
            value={after}
            onChange={event => {
              const chosen = LOCK_AFTER.find(one => String(one) === event.currentTarget.value);
              if (chosen !== undefined) void chooseAfter(chosen);
            }}
          >
            {LOCK_AFTER.map(one => (
              <option key={one} value={one} selected={one === after}>
                {one === 'never' ? t('never') : t('idleMinutes', one)}
              </option>
            ))}
          </select>
          <p id="lock-after-about" class="soft">
            {t('lockAfterAbout')}
          </p>
        </div>
      )}
      <SettingChoice
        vault={vault}
        setting={HIDE_DESK_SETTING}
        words="hideDesk"
        onChoose={isOn => void save(() => putSetting(vault, HIDE_DESK_SETTING, isOn))}
      />
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </section>
  );
}
