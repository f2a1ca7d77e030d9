import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../browser/i18n';

interface AfterSessionProps {
  onReview: () => void;
  onLater: () => void;
}

export function AfterSession({ onReview, onLater }: AfterSessionProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main class="panel stack">
      <h1 ref={title} tabIndex={-1}>
        {t('afterTitle')}
      </h1>
      <p>{t('afterSaved')}</p>
      <button type="button" class="main" onClick={onReview}>
        {t('reviewNow')}
      </button>
      <button type="button" onClick={onLater}>
        {t('later')}
      </button>
    </main>
  );
}
