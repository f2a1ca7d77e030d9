import { t } from '../../browser/i18n';

/** What a client is called on screen. */
export function codeWords(code: string | null): string {
  return code ?? t('noClient');
}
