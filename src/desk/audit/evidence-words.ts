import { t } from '../../browser/i18n';
import type { Moment, Session } from '../../domain/session';
import type { Evidence } from '../../domain/session-event';
import { MOMENT_WORDS } from '../../ui/words';

/** The most pieces of a note that are offered, and how much of each stands in the list. */
const MOST_PIECES = 60;
const LONGEST = 70;

/** The note's sentences and lines, as evidence can name them. */
export function piecesOf(note: Session['note']): readonly string[] {
  const pieces = (note?.text ?? '').split(/(?<=[.!?…])\s+|\n+/).map(piece => piece.trim());
  return [...new Set(pieces.filter(piece => piece !== ''))].slice(0, MOST_PIECES);
}

export function shorten(piece: string): string {
  return piece.length > LONGEST ? `${piece.slice(0, LONGEST - 1).trimEnd()}…` : piece;
}

export function sayMoment({ kind, minute, words }: Moment): string {
  const moment = t('momentAt', t(MOMENT_WORDS[kind]), minute);
  return words === '' ? moment : `${moment}: ${shorten(words)}`;
}

/** What shows a rating, in words. Null for a moment that was taken back. */
export function sayEvidence(evidence: Evidence, { moments }: Session): string | null {
  if ('line' in evidence) return evidence.line;
  const moment = moments.find(({ seq }) => seq === evidence.moment);
  return moment ? sayMoment(moment) : null;
}
