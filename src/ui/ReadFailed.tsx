import { t } from '../browser/i18n';
import { useHeadingAfter } from './use-heading-after';

/** The browser would not read something that stands on the disk. Nothing of it is changed by that. */
export function ReadFailed({ onRetry }: { onRetry: () => void }) {
  const notice = useHeadingAfter<HTMLDivElement>();
  return (
    <div role="alert" class="notice stack" ref={notice}>
      <p>{t('readFailed')}</p>
      <div>
        <button type="button" onClick={onRetry}>
          {t('tryAgain')}
        </button>
      </div>
    </div>
  );
}
