import { t } from '../../browser/i18n';
import { type BehaviourTrend, FEWEST_FOR_TRENDS, type HowOften } from '../../domain/trends';
import { AsTable } from './AsTable';
import { NotYet } from './NotYet';

/** How often each behaviour was not called for, with how sure so few sessions can make of it. */
export function NotCalledForSection({ trends }: { trends: readonly BehaviourTrend[] }) {
  const known = trends.map(({ behaviour, notCalledFor }) => ({ ...behaviour, often: notCalledFor }));
  const shown = known.flatMap(({ id, label, often }) =>
    often && often.of >= FEWEST_FOR_TRENDS ? [{ id, label, often }] : [],
  );
  return (
    <section class="stack" aria-labelledby="not-called-for-title">
      <h2 id="not-called-for-title">{t('notCalledForTitle')}</h2>
      <p class="soft">{t('notCalledForAbout')}</p>
      {shown.length > 0 && (
        <>
          <ul class="plain stack shares" aria-label={t('notCalledForTitle')}>
            {shown.map(({ id, label, often }) => (
              <li key={id}>
                <span class="label">{label}</span>
                <span class="soft">{t('timesOf', often.count, often.of)}</span>
                <ShareLine label={label} often={often} />
              </li>
            ))}
          </ul>
          <p class="soft ends" aria-hidden="true">
            <span>{t('neverEnd')}</span>
            <span>{t('everyEnd')}</span>
          </p>
          <AsTable of={t('notCalledForTitle')}>
            {() => (
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('columnBehaviour')}</th>
                    <th scope="col">{t('answerNotCalledFor')}</th>
                    <th scope="col">{t('columnInterval')}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map(({ id, label, often }) => (
                    <tr key={id}>
                      <th scope="row">{label}</th>
                      <td>{t('timesOf', often.count, often.of)}</td>
                      <td>{t('intervalFromTo', percent(often.from), percent(often.to))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </AsTable>
        </>
      )}
      <NotYet
        missing={known
          .filter(({ often }) => (often?.of ?? 0) < FEWEST_FOR_TRENDS)
          .map(({ label, often }) => ({ label, n: often?.of ?? 0 }))}
      />
    </section>
  );
}

function ShareLine({ label, often }: { label: string; often: HowOften }) {
  const { count, of, from, to } = often;
  // The ends lie a little inside, so that the dot is whole there.
  const at = (share: number) => `${2 + 96 * share}%`;
  return (
    <svg
      class="share"
      width="100%"
      height="24"
      role="img"
      aria-label={t('notCalledForPicture', label, count, of, percent(from), percent(to))}
    >
      <line class="track" x1={at(0)} x2={at(1)} y1="12" y2="12" />
      <rect x={at(from)} width={`${96 * (to - from)}%`} y="7" height="10" rx="5" />
      <circle cx={at(count / of)} cy="12" r="6" />
    </svg>
  );
}

function percent(share: number): number {
  return Math.round(share * 100);
}
