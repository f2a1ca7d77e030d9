import { t } from '../browser/i18n';

/** Minutes before the planned end from which on the line says so, in still text. Nothing moves and nothing sounds. */
const NEAR_END = 10;

interface SessionClockLineProps {
  minute: number;
  planned: number;
  client: string | null;
}

export function SessionClockLine({ minute, planned, client }: SessionClockLineProps) {
  const left = planned - minute;
  // A session as short as that is near its end from the start.
  const isNear = left <= NEAR_END && planned > NEAR_END;
  return (
    <p class="clock">
      <span class="client">{client ? <bdi>{client}</bdi> : t('noClient')}</span>
      <span>{t('minutesIn', minute)}</span>
      <span class={isNear ? 'left near' : 'left'}>{leftWords(left, isNear)}</span>
    </p>
  );
}

function leftWords(left: number, isNear: boolean): string {
  if (left < 0) return `${t('timeIsUp')} · ${t('minutesOver', -left)}`;
  if (left === 0) return t('timeIsUp');
  if (left === 1) return t('oneMinuteLeft');
  return t(isNear ? 'tenMinutesLeft' : 'minutesLeft', left);
}
