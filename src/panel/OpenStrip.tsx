import { useEffect, useState } from 'preact/hooks';
import {
  followSetting,
  getSetting,
  putSetting,
  STRIP_ADVICE_READ_SETTING,
  STRIP_PLACES_SETTING,
} from '../app/here';
import type { OpenVault } from '../app/vault-access';
import { t } from '../browser/i18n';
import { openStrip, screenHere } from '../browser/strip-window';
import { placesToTry } from '../domain/strip-place';

/** The button that opens the strip, and below it what to know the first time, or that it would not open. */
export function OpenStrip({ vault }: { vault: OpenVault }) {
  const [opened, setOpened] = useState<boolean | null>(null);
  const [isAdviceRead, setAdviceRead] = useState(true);
  useEffect(() => followSetting(vault, STRIP_ADVICE_READ_SETTING, setAdviceRead), [vault]);

  const open = async () => {
    setOpened(null);
    const places = await getSetting(vault, STRIP_PLACES_SETTING).catch(() => []);
    setOpened(await openStrip(placesToTry(places, screenHere())).catch(() => false));
  };

  return (
    <>
      <button type="button" onClick={() => void open()}>
        {t('openStrip')}
      </button>
      {opened === false && (
        <p role="alert" class="notice whole-row">
          {t('stripNotOpened')}
        </p>
      )}
      {opened && !isAdviceRead && (
        <div role="status" class="notice whole-row row">
          <p>{t('stripAdvice')}</p>
          <button type="button" onClick={() => void putSetting(vault, STRIP_ADVICE_READ_SETTING, true)}>
            {t('understood')}
          </button>
        </div>
      )}
    </>
  );
}
