import { language, type MessageKey, t } from '../browser/i18n';
import type { LivePhase } from '../domain/checklist';
import type { CodeWorry } from '../domain/client-code';
import type { ContextChip } from '../domain/client-context';
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

/** The words on screen for how trust is for a client. */
export const CONTEXT_WORDS: Record<ContextChip, MessageKey> = {
  'trust-feels-new': 'contextTrustFeelsNew',
  'expects-criticism': 'contextExpectsCriticism',
  'hurt-by-helpers': 'contextHurtByHelpers',
  'easily-overwhelmed': 'contextEasilyOverwhelmed',
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

let dayFormat: Intl.DateTimeFormat | undefined;

/** A calendar day as people write it. Read as UTC, where it is the same day for everyone. As it stands if it is no day. */
export function dayWords(day: string): string {
  // Made once: making one costs more than all the days of a screen.
  dayFormat ??= new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' });
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? day : dayFormat.format(date);
}
