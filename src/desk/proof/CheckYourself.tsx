import { type MessageKey, t } from '../../browser/i18n';

const STEPS: readonly MessageKey[] = ['checkStep1', 'checkStep2', 'checkStep3'];

/** Three steps to see with the browser's own tools that nothing leaves. */
export function CheckYourself() {
  return (
    <section class="card stack" aria-labelledby="check-title">
      <h2 id="check-title">{t('checkTitle')}</h2>
      <ol class="stack">
        {STEPS.map(step => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <p class="soft">{t('checkAlso')}</p>
    </section>
  );
}
