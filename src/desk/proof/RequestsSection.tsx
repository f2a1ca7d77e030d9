import { useEffect, useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { followRequests, type RequestCount } from '../../browser/requests';

/** How often this page went outside, counted by the browser. */
export function RequestsSection() {
  const [{ made, stopped }, setCount] = useState<RequestCount>({ made: 0, stopped: 0 });
  useEffect(() => followRequests(setCount), []);

  return (
    <section class="card stack" aria-labelledby="requests-title">
      <h2 id="requests-title">{t('requestsTitle')}</h2>
      <p>
        {t('requestsMade')} <strong>{made}</strong>
      </p>
      <p class="soft">{t('requestsAbout')}</p>
      {stopped > 0 && <p class="notice">{t('requestsStopped', stopped)}</p>}
    </section>
  );
}
