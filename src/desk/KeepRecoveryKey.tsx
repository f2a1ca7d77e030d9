import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../browser/i18n';
import { QrCode } from './QrCode';

interface KeepRecoveryKeyProps {
  recoveryKey: string;
  /** What to know before pressing Continue, beyond what is always said. */
  also?: MessageKey;
  /** What to say when `onKept` rejects. */
  failed: MessageKey;
  onKept: () => Promise<void>;
  onCancel?: () => void;
}

/** Shows the recovery key, this once. Whoever sees it, or the printed sheet, can open the vault and its backups. */
export function KeepRecoveryKey({ recoveryKey, also, failed, onKept, onCancel }: KeepRecoveryKeyProps) {
  const [isStored, setStored] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);

  const proceed = async () => {
    setFailed(false);
    try {
      await onKept();
    } catch {
      setFailed(true);
    }
  };

  return (
    <div class="recovery wide-stack">
      <h1 ref={title} tabIndex={-1}>
        {t('recoveryKeyTitle')}
      </h1>
      <p>{t('recoveryKeyAbout')}</p>
      {also && <p class="notice no-print">{t(also)}</p>}
      <div class="card recovery-sheet">
        <output aria-label={t('recoveryKey')} class="recovery-key">
          {/* Each part by itself, so that eyes find their place; read and copied, it is one word. */}
          {recoveryKey.match(/.{1,6}/g)?.map((part, index) => (
            <span key={`${index}${part}`}>{part}</span>
          ))}
        </output>
        <QrCode text={recoveryKey} />
      </div>
      <p>{t('recoveryKeyWhere')}</p>
      <p class="only-print">{t('recoveryKeyUse')}</p>
      <div class="row no-print">
        <button type="button" onClick={() => print()}>
          {t('print')}
        </button>
      </div>
      <label class="choice no-print">
        <input
          type="checkbox"
          checked={isStored}
          onChange={event => setStored(event.currentTarget.checked)}
        />
        {t('recoveryKeyStored')}
      </label>
      {hasFailed && (
        <p role="alert" class="notice">
          {t(failed)}
        </p>
      )}
      <div class="row no-print">
        <button type="button" class="main" disabled={!isStored} onClick={proceed}>
          {t('continue')}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
    </div>
  );
}
