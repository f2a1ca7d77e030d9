import { t } from '../../browser/i18n';
import { type Checklist, keyedCore } from '../../domain/checklist';
import { answerOf } from '../../domain/review';
import type { Session } from '../../domain/session';
import { BOND_PARTS } from '../../domain/session-event';
import { ANSWER_WORDS, FEELING_WORDS, PART_WORDS } from './answer-words';

interface SignedReviewProps {
  session: Session;
  checklist: Checklist;
}

/** The review as text, as it was signed off. */
export function SignedReview({ session, checklist }: SignedReviewProps) {
  const core = keyedCore(checklist).map(({ behaviour }) => behaviour);
  const others = checklist.behaviours.filter(
    behaviour => !core.includes(behaviour) && answerOf(session, behaviour.id) !== 'not-called-for',
  );
  const { review, closingLine } = session;
  const felt = BOND_PARTS.flatMap(part => {
    const feeling = review.felt.get(part);
    return feeling ? [{ part, words: t(FEELING_WORDS[part][feeling]) }] : [];
  });
  return (
    <>
      <dl class="facts answered">
        {[...core, ...others].map(({ id, label }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{t(ANSWER_WORDS[answerOf(session, id)])}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{t('othersNotCalledFor')}</p>
      {felt.length > 0 && (
        <dl class="facts answered">
          {felt.map(({ part, words }) => (
            <div key={part}>
              <dt>{t(PART_WORDS[part].name)}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <section class="stack" aria-labelledby="reflection-title">
        <h3 id="reflection-title">{t('reflection')}</h3>
        {review.reflection === '' ? (
          <p class="soft">{t('noReflection')}</p>
        ) : (
          <p class="as-typed card" dir="auto">
            {review.reflection}
          </p>
        )}
      </section>
      {closingLine !== '' && (
        <section class="stack" aria-labelledby="closing-line-title">
          <h3 id="closing-line-title">{t('closingLine')}</h3>
          <p class="as-typed card" dir="auto">
            {closingLine}
          </p>
        </section>
      )}
    </>
  );
}
