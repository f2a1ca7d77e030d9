import { t } from '../../browser/i18n';
import { minutesWords } from '../../ui/words';

/** Minutes as hours and minutes. */
export function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return minutesWords(rest);
  const full = hours === 1 ? t('oneHour') : t('hours', hours);
  return rest === 0 ? full : `${full} ${minutesWords(rest)}`;
}
