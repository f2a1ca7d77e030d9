import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../browser/i18n';
import { useHeadingAfter } from './use-heading-after';

/** Why the vault cannot be opened. */
export type UnreadableCause = 'newer' | 'damaged' | 'closed' | 'keyring-missing' | 'gone';

const WORDS: Record<UnreadableCause, MessageKey> = {
  newer: 'unreadableNewer',
  damaged: 'unreadableDamaged',
  closed: 'unreadableClosed',
  'keyring-missing': 'unreadableKeyringMissing',
  gone: 'unreadableGone',
};

interface UnreadableProps {
  because: UnreadableCause;
  onRetry: () => void;
  /** Goes on to Welcome. Only where nothing is left. */
  onBeginAnew: () => void;
  /** Saves what is stored, sealed as it is. Rejects when nothing of it can be read. */
  onSaveRawCopy: () => Promise<void>;
}

export function Unreadable({ because, onRetry, onBeginAnew, onSaveRawCopy }: UnreadableProps) {
  const [copying, setCopying] = useState<'saved' | 'failed' | null>(null);
  const page = useHeadingAfter<HTMLElement>();

  const saveRawCopy = () => {
    setCopying(null);
    onSaveRawCopy().then(
      () => setCopying('saved'),
      () => setCopying('failed'),
    );
  };

  return (
    <main class="locked stack" ref={page}>
      <h1>{t('unreadableTitle')}</h1>
      <p role="alert" class="notice">
        {t(WORDS[because])}
      </p>
      {because !== 'gone' && <p>{t('nothingDeleted')}</p>}
      <button type="button" class="main" onClick={onRetry}>
        {t('tryAgain')}
      </button>
      {because !== 'gone' && (
        <section class="stack">
          <h2>{t('rawCopyTitle')}</h2>
          <p>{t('rawCopyAbout')}</p>
          <button type="button" onClick={saveRawCopy}>
            {t('saveRawCopy')}
          </button>
          <p role="status">{copying && t(copying === 'saved' ? 'rawCopySaved' : 'rawCopyFailed')}</p>
        </section>
      )}
      {because !== 'newer' && (
        <section class="stack">
          <h2>{t('restoreTitle')}</h2>
          <p>{t(because === 'gone' ? 'restoreFromGone' : 'restoreFromUnreadable')}</p>
          {because === 'gone' && (
            <button type="button" onClick={onBeginAnew}>
              {t('beginAnew')}
            </button>
          )}
        </section>
      )}
    </main>
  );
}
