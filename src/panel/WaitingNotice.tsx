import type { WaitingAct } from '../app/live-session';
import { t } from '../browser/i18n';

interface WaitingNoticeProps {
  waiting: readonly WaitingAct[];
  onTryAgain: () => void;
}

/** Says when the browser refuses to write, and what to do. Silent while all is well. */
export function WaitingNotice({ waiting, onTryAgain }: WaitingNoticeProps) {
  if (!waiting.some(({ refused }) => refused)) return null;
  return (
    <div role="alert" class="notice stack">
      <p>{t('notSavedYet', waiting.length)}</p>
      <button type="button" onClick={onTryAgain}>
        {t('tryAgain')}
      </button>
    </div>
  );
}
