import { t } from '../browser/i18n';

/** Says that the recovery key last shown here never came to count: it may lie printed in a drawer, and be trusted. */
export function VoidRecoveryKey({ onRead }: { onRead: () => void }) {
  return (
    <section role="alert" class="notice stack">
      <p>{t('recoveryKeyVoid')}</p>
      <div>
        <button type="button" onClick={onRead}>
          {t('close')}
        </button>
      </div>
    </section>
  );
}
