import { t } from '../browser/i18n';

interface SessionClockLineProps {
  minute: number;
  planned: number;
  client: string | null;
}

export function SessionClockLine({ minute, planned, client }: SessionClockLineProps) {
  const left = planned - minute;
  return (
    <p class="clock">
      <span class="client">{client ? <bdi>{client}</bdi> : t('noClient')}</span>
      <span>{t('minutesIn', minute)}</span>
      <span>{left >= 0 ? t('minutesLeft', left) : t('minutesOver', -left)}</span>
    </p>
  );
}
