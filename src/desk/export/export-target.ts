import type { ExportScope } from '../../app/export';
import { type MessageKey, t } from '../../browser/i18n';
import type { Client } from '../../domain/clients';
import { codeWords } from '../clients/code-words';

/** What the therapist exports. A period is asked for where the export is made. */
export type ExportTarget =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'client'; readonly client: Client }
  | { readonly kind: 'period' };

/** @returns null when the days do not make a period. */
export function scopeOf(
  target: ExportTarget,
  { from, to }: { readonly from: string; readonly to: string },
): ExportScope | null {
  switch (target.kind) {
    case 'session':
      return { of: { kind: 'session' }, sessions: [target.session] };
    case 'client': {
      const { code, years, hold, sessions } = target.client;
      return { of: { kind: 'client', client: code, retentionYears: years, legalHold: hold }, sessions };
    }
    case 'period':
      return from !== '' && to !== '' && from <= to
        ? { of: { kind: 'period', from, to }, sessions: [] }
        : null;
  }
}

/** What the section is called and says. */
export function targetWords(target: ExportTarget): { readonly title: MessageKey; readonly about: string } {
  switch (target.kind) {
    case 'session':
      return { title: 'exportTitle', about: t('exportSession') };
    case 'client':
      return { title: 'exportTitle', about: t('exportAbout', codeWords(target.client.code)) };
    case 'period':
      return { title: 'exportPeriodTitle', about: t('exportPeriod') };
  }
}
