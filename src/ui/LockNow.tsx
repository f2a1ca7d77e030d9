import { t } from '../browser/i18n';

export function LockNow({ onLock }: { onLock: () => void }) {
  return (
    <button type="button" class="link" onClick={onLock}>
      {t('lockNow')}
    </button>
  );
}
