import { t } from '../browser/i18n';

interface LockWarningProps {
  isShown: boolean;
  onStay: () => void;
}

/** Says a minute ahead that the vault will lock. Still, and it takes the focus from nobody. */
export function LockWarning({ isShown, onStay }: LockWarningProps) {
  return (
    <div role="status" class="lock-warning no-print">
      {isShown && (
        <div class="card row">
          <p>{t('lockWarning')}</p>
          <button type="button" onClick={onStay}>
            {t('stayUnlocked')}
          </button>
        </div>
      )}
    </div>
  );
}
