import { t } from '../../browser/i18n';
import type { Behaviour } from '../../domain/checklist';
import type { Rated } from '../../domain/self-audit';
import type { Session } from '../../domain/session';
import type { Evidence, Rating } from '../../domain/session-event';
import { ChoiceGroup } from '../session/ChoiceGroup';
import { EvidenceChoice } from './EvidenceChoice';
import { choiceOf, RATING_KEYS, ratingOf, ratingOptions } from './rating-words';

interface BehaviourRatingProps {
  behaviour: Behaviour;
  session: Session;
  rated: Rated | null;
  onRate: (rating: Rating | null, evidence: Evidence | null) => Promise<unknown>;
}

/** One behaviour against its own anchors, with the live mark beside it and what shows the rating below. */
export function BehaviourRating({ behaviour, session, rated, onRate }: BehaviourRatingProps) {
  const { id, label, does } = behaviour;
  const mark = session.marks.get(id);
  return (
    <div class="rating">
      <ChoiceGroup
        label={label}
        hint={
          <>
            {mark && (
              <strong>{t(mark.is === 'ticked' ? 'tickedAt' : 'markedMissedAt', mark.minute)}. </strong>
            )}
            {does}
          </>
        }
        options={ratingOptions(behaviour)}
        value={rated && choiceOf(rated.rating)}
        keys={RATING_KEYS}
        isUpright
        onChoose={choice => void onRate(ratingOf(choice), rated?.evidence ?? null)}
      />
      {rated && (
        <div class="shows">
          <EvidenceChoice
            of={label}
            session={session}
            evidence={rated.evidence}
            onEvidence={evidence => onRate(rated.rating, evidence)}
          />
          <button type="button" class="link" onClick={() => void onRate(null, null)}>
            {t('leaveOpen')}
            <span class="visually-hidden"> {label}</span>
          </button>
        </div>
      )}
    </div>
  );
}
