import { t } from '../browser/i18n';

/** The browser would not read something that stands on the disk. Nothing of it is changed by that. */
export function ReadFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" class="notice stack">
      <p>{t('readFailed')}</p>
      <div>
        <button type="button" onClick={onRetry}>
          {t('tryAgain')}
        </button>
      </div>
    </div>
  );
}
