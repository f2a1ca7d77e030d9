import { t } from '../../browser/i18n';
import { type Checklist, keyedCore } from '../../domain/checklist';
import type { Session } from '../../domain/session';
import { sayEvidence } from './evidence-words';
import { sayRating } from './rating-words';

interface SignedAuditProps {
  session: Session;
  checklist: Checklist;
}

/** The self-audit as text, as it was signed off with the session. */
export function SignedAudit({ session, checklist }: SignedAuditProps) {
  const { ratings, keep, try: tried } = session.audit;
  const core = keyedCore(checklist).map(({ behaviour }) => behaviour);
  const rated = [...new Set([...core, ...checklist.behaviours])].flatMap(behaviour => {
    const known = ratings.get(behaviour.id);
    return known ? [{ behaviour, ...known }] : [];
  });
  const lines = [
    { name: t('oneToKeep'), words: keep },
    { name: t('oneToTry'), words: tried },
  ];
  return (
    <>
      <p role="status">{t('auditSigned')}</p>
      {rated.length === 0 && <p class="soft">{t('auditNothing')}</p>}
      <dl class="facts answered rated">
        {rated.map(({ behaviour, rating, evidence }) => {
          const shown = evidence && sayEvidence(evidence, session);
          return (
            <div key={behaviour.id}>
              <dt>{behaviour.label}</dt>
              <dd>
                {sayRating(rating, behaviour)}
                {shown && (
                  <p class="soft as-typed" dir="auto">
                    {shown}
                  </p>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {lines
        .filter(({ words }) => words !== '')
        .map(({ name, words }) => (
          <section key={name} class="stack" aria-label={name}>
            <h2>{name}</h2>
            <p class="as-typed card" dir="auto">
              {words}
            </p>
          </section>
        ))}
    </>
  );
}
