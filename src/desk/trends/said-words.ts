import { language, t } from '../../browser/i18n';
import type { Said } from '../../domain/trends';
import { ANSWER_WORDS } from '../session/answer-words';

/** What was said of a behaviour, in words; a rating is its digit. */
export function saySaid(said: Said): string {
  return typeof said === 'number' ? `${said}` : t(ANSWER_WORDS[said]);
}

/** The day without its year, for narrow columns. */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** How many sessions, in words. */
export function sessionsWords(count: number): string {
  return count === 1 ? t('oneSession') : t('someSessions', count);
}
