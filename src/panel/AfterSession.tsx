import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../browser/i18n';
import { SavedLine } from '../ui/SavedLine';

interface AfterSessionProps {
  closingLine: string;
  onClosingLine: (words: string) => Promise<unknown>;
  onReview: () => void;
  onLater: () => void;
  /** Takes the end back. */
  onGoOn: () => Promise<unknown>;
  problem: MessageKey | null;
}

export function AfterSession({
  closingLine,
  onClosingLine,
  onReview,
  onLater,
  onGoOn,
  problem,
}: AfterSessionProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main class="panel stack">
      <h1 ref={title} tabIndex={-1}>
        {t('afterTitle')}
      </h1>
      <p>{t('afterSaved')}</p>
      <SavedLine
        label={t('closingLine')}
        hint={t('closingLineHint')}
        words={closingLine}
        onWords={onClosingLine}
      />
      <button type="button" class="main" onClick={onReview}>
        {t('reviewNow')}
      </button>
      <button type="button" onClick={onLater}>
        {t('later')}
      </button>
      <button type="button" class="link" onClick={() => void onGoOn()}>
        {t('goOn')}
      </button>
      <p role="status">{problem && t(problem)}</p>
    </main>
  );
}
