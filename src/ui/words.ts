import { language, type MessageKey, t } from '../browser/i18n';
import type { LivePhase } from '../domain/checklist';
import type { CodeWorry } from '../domain/client-code';
import type { MomentKind } from '../domain/session-event';

/** The words on screen for the phases of a call. */
export const PHASE_WORDS: Record<LivePhase, MessageKey> = {
  opening: 'phaseOpening',
  working: 'phaseWorking',
  closing: 'phaseClosing',
};

/** The words on screen for the kinds of moments. */
export const MOMENT_WORDS: Record<MomentKind, MessageKey> = {
  tenseness: 'momentTenseness',
  strain: 'momentStrain',
  repair: 'momentRepair',
  'opening-up': 'momentOpeningUp',
  boundary: 'momentBoundary',
  other: 'momentOther',
};

/** A gentle word for each way a client code can give away who it is. */
export const CODE_WORRIES: Record<CodeWorry, MessageKey> = {
  email: 'codeLooksLikeEmail',
  phone: 'codeLooksLikePhone',
  date: 'codeLooksLikeDate',
  name: 'codeLooksLikeName',
};

/** Minutes as words, with the singular where the language has one. */
export function minutesWords(minutes: number): string {
  return minutes === 1 ? t('oneMinute') : t('minutes', minutes);
}

/** A calendar day as people write it. Read as UTC, where it is the same day for everyone. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
