import { t } from '../browser/i18n';
import { useHeadingAfter } from '../ui/use-heading-after';

interface VoidRecoveryKeyProps {
  /** Whether the other window only began to practise: then no other key counts either. */
  isPractice: boolean;
  onRead: () => void;
}

/** Says that the recovery key last shown here never came to count: it may lie printed in a drawer, and be trusted. */
export function VoidRecoveryKey({ isPractice, onRead }: VoidRecoveryKeyProps) {
  const notice = useHeadingAfter<HTMLElement>();
  return (
    <section role="alert" class="notice stack" ref={notice}>
      <p>{t(isPractice ? 'recoveryKeyVoidPractice' : 'recoveryKeyVoid')}</p>
      <div>
        <button type="button" onClick={onRead}>
          {t('close')}
        </button>
      </div>
    </section>
  );
}
