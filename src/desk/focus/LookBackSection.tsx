import { t } from '../../browser/i18n';
import type { Behaviour } from '../../domain/checklist';
import type { FocusPeriod } from '../../domain/focus-period';
import { type LookBack, lookBack } from '../../domain/look-back';
import type { SessionSummary } from '../../domain/session-summary';
import { FEWEST_FOR_TRENDS } from '../../domain/trends';
import { dayWords } from '../../ui/words';
import { AsTable } from '../trends/AsTable';
import { CountsPicture, countsWords } from './CountsPicture';

interface LookBackSectionProps {
  period: FocusPeriod;
  behaviours: readonly Behaviour[];
  sessions: readonly SessionSummary[];
  onAgain: () => void;
  onRest: () => void;
}

/** A period that is over: one's own ratings in it beside those before, and what comes next. */
export function LookBackSection({ period, behaviours, sessions, onAgain, onRest }: LookBackSectionProps) {
  return (
    <section class="card stack" aria-labelledby="look-back-title">
      <h3 id="look-back-title">{t('lookBackTitle', dayWords(period.from), dayWords(period.to))}</h3>
      <p class="soft">{t('lookBackAbout')}</p>
      {behaviours.map(behaviour => (
        <OneLookBack
          key={behaviour.id}
          behaviour={behaviour}
          plan={period.plans[behaviour.id]}
          looked={lookBack(sessions, period, behaviour)}
        />
      ))}
      <p>{t('lookBackAsk')}</p>
      <div class="row no-print">
        <button type="button" onClick={onAgain}>
          {t('anotherPeriod')}
        </button>
        <button type="button" onClick={onRest}>
          {t('letFocusRest')}
        </button>
      </div>
    </section>
  );
}

interface OneLookBackProps {
  behaviour: Behaviour;
  plan: FocusPeriod['plans'][string] | undefined;
  looked: LookBack;
}

function OneLookBack({ behaviour: { label, anchors }, plan, looked }: OneLookBackProps) {
  const sides = [
    { name: t('sideBefore'), ratings: looked.before },
    { name: t('sideDuring'), ratings: looked.during },
  ];
  const isTold = sides.every(({ ratings }) => ratings.rated >= FEWEST_FOR_TRENDS);
  return (
    <section class="stack" aria-label={label}>
      <h4>{label}</h4>
      {plan?.when && plan.will && (
        <p class="soft">
          <bdi>{t('planTold', plan.when, plan.will)}</bdi>
        </p>
      )}
      {isTold ? (
        <>
          {sides.map(({ name, ratings }) => (
            <p key={name}>{countsWords(name, ratings)}</p>
          ))}
          <div class="sides">
            {sides.map(side => (
              <CountsPicture key={side.name} label={label} {...side} />
            ))}
          </div>
          <AsTable of={label}>
            {() => (
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('columnRating')}</th>
                    {sides.map(({ name, ratings }) => (
                      <th key={name} scope="col">
                        {t('labelWithCount', name, ratings.rated)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {anchors.map((anchor, rating) => (
                    <tr key={anchor}>
                      <th scope="row">{t('ratedAs', rating, anchor)}</th>
                      {sides.map(({ name, ratings }) => (
                        <td key={name}>{ratings.counts[rating]}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </AsTable>
        </>
      ) : (
        <p>{t('lookBackTooFew', looked.before.rated, looked.during.rated)}</p>
      )}
    </section>
  );
}
