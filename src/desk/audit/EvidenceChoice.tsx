import { useId, useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import type { Session } from '../../domain/session';
import type { Evidence } from '../../domain/session-event';
import { SavedLine } from '../../ui/SavedLine';
import { piecesOf, sayMoment, shorten } from './evidence-words';

interface EvidenceChoiceProps {
  /** The behaviour's label. */
  of: string;
  session: Session;
  evidence: Evidence | null;
  /** Resolves once it is on the disk. */
  onEvidence: (evidence: Evidence | null) => Promise<unknown>;
}

const NONE = '';
const OWN = 'own';

/** What shows a rating: a moment of the session, a line of its note, or a few own words. */
export function EvidenceChoice({ of, session, evidence, onEvidence }: EvidenceChoiceProps) {
  const id = useId();
  const pieces = piecesOf(session.note);
  const stored = placeOf(evidence, pieces);
  const [wantsOwn, setWantsOwn] = useState(false);
  const value = stored === NONE && wantsOwn ? OWN : stored;
  const choose = (place: string) => {
    setWantsOwn(place === OWN);
    if (place === OWN) return;
    const piece = pieces[Number(place.slice(1))];
    if (place.startsWith('m')) void onEvidence({ moment: Number(place.slice(1)) });
    else void onEvidence(place === NONE || piece === undefined ? null : { line: piece });
  };
  return (
    <div class="evidence stack">
      <div class="field">
        <label for={id}>{t('evidenceFor', of)}</label>
        <select id={id} value={value} onChange={event => choose(event.currentTarget.value)}>
          <option value={NONE} selected={value === NONE}>
            {t('noEvidence')}
          </option>
          {session.moments.map(moment => (
            <option key={moment.seq} value={`m${moment.seq}`} selected={value === `m${moment.seq}`}>
              {sayMoment(moment)}
            </option>
          ))}
          {pieces.map((piece, index) => (
            <option key={piece} value={`p${index}`} selected={value === `p${index}`}>
              {t('evidenceNote', shorten(piece))}
            </option>
          ))}
          <option value={OWN} selected={value === OWN}>
            {t('evidenceOwn')}
          </option>
        </select>
      </div>
      {value === OWN && (
        <SavedLine
          label={t('evidenceWordsFor', of)}
          hint={t('evidenceHint')}
          words={evidence && 'line' in evidence ? evidence.line : ''}
          onWords={words => onEvidence(words.trim() === '' ? null : { line: words })}
        />
      )}
    </div>
  );
}

function placeOf(evidence: Evidence | null, pieces: readonly string[]): string {
  if (evidence === null) return NONE;
  if ('moment' in evidence) return `m${evidence.moment}`;
  const at = pieces.indexOf(evidence.line);
  return at >= 0 ? `p${at}` : OWN;
}
