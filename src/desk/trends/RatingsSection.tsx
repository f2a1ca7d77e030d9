import { t } from '../../browser/i18n';
import { type BehaviourTrend, FEWEST_FOR_TRENDS } from '../../domain/trends';
import { dayWords } from '../../ui/words';
import { AsTable } from './AsTable';
import { NotYet } from './NotYet';
import { RatingsPicture } from './RatingsPicture';
import { sessionsWords } from './said-words';

/** The most ratings in one picture: the newest. */
const MOST_SHOWN = 24;

/** One's own ratings over the sessions, a small picture for each behaviour. */
export function RatingsSection({ trends }: { trends: readonly BehaviourTrend[] }) {
  const told = trends.filter(({ ratings }) => ratings.length >= FEWEST_FOR_TRENDS);
  const shown = told.map(({ behaviour, ratings }) => ({
    behaviour,
    all: ratings.length,
    newest: ratings.slice(-MOST_SHOWN),
  }));
  return (
    <section class="stack" aria-labelledby="ratings-title">
      <h2 id="ratings-title">{t('ratingsTitle')}</h2>
      <p class="soft">{t('ratingsAbout')}</p>
      {shown.length > 0 && (
        <>
          <div class="multiples">
            {shown.map(({ behaviour, all, newest }) => (
              <figure key={behaviour.id} class="multiple">
                <figcaption>
                  <strong>{behaviour.label}</strong>{' '}
                  <span class="soft">
                    {all > newest.length ? t('newestOf', newest.length, all) : sessionsWords(all)}
                  </span>
                </figcaption>
                <RatingsPicture label={behaviour.label} ratings={newest} />
              </figure>
            ))}
          </div>
          <AsTable of={t('ratingsTitle')}>
            {() => (
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('columnBehaviour')}</th>
                    <th scope="col">{t('columnRated')}</th>
                    <th scope="col">{t('columnFirstLast')}</th>
                    <th scope="col">{t('columnRatings')}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map(({ behaviour, all, newest }) => (
                    <tr key={behaviour.id}>
                      <th scope="row">{behaviour.label}</th>
                      <td>{all}</td>
                      <td>
                        {dayWords(newest[0]?.day ?? '')} – {dayWords(newest.at(-1)?.day ?? '')}
                      </td>
                      <td>{newest.map(({ rating }) => rating).join(', ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </AsTable>
        </>
      )}
      <NotYet
        missing={trends
          .filter(({ ratings }) => ratings.length < FEWEST_FOR_TRENDS)
          .map(({ behaviour, ratings }) => ({ label: behaviour.label, n: ratings.length }))}
      />
    </section>
  );
}
