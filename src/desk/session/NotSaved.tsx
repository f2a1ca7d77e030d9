import type { SessionRecord } from '../../app/session-record';
import { t } from '../../browser/i18n';

/** Says when the browser refuses to write, and what to do. Silent while all is well. */
export function NotSaved({ record }: { record: SessionRecord }) {
  const inHand = record.inHand.value;
  if (!inHand.some(({ refused }) => refused)) return null;
  return (
    <div role="alert" class="notice stack not-saved">
      <p>{t('notSavedYet', inHand.length)}</p>
      <div>
        <button type="button" onClick={() => record.tryAgain()}>
          {t('tryAgain')}
        </button>
      </div>
    </div>
  );
}
