import { t } from '../browser/i18n';

export function PracticeBanner({ onLeave }: { onLeave: () => void }) {
  return (
    <aside class="practice no-print" aria-label={t('practiceVault')}>
      <span>{t('practiceBanner')}</span>
      <button type="button" class="link" onClick={onLeave}>
        {t('leavePractice')}
      </button>
    </aside>
  );
}
