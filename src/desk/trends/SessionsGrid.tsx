import { useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import type { SessionSummary } from '../../domain/session-summary';
import {
  type BehaviourTrend,
  FEWEST_FOR_TRENDS,
  type Said,
  saidOf,
  stretchOf,
  type Trail,
  trailOf,
} from '../../domain/trends';
import { dayWords } from '../../ui/words';
import { AfterPaint } from './AfterPaint';
import { AsTable } from './AsTable';
import { NotYet } from './NotYet';
import { Shape } from './Shape';
import { type GridRow, ShapeGrid } from './ShapeGrid';
import { saySaid, sessionsWords } from './said-words';
import { TrailSection } from './TrailSection';
import { useColumns } from './use-columns';

const LEGEND: readonly Said[] = [0, 1, 2, 3, 'done', 'partly', 'missed', 'not-called-for', 'cant-tell'];

interface SessionsGridProps {
  /** Oldest first. */
  sessions: readonly SessionSummary[];
  trends: readonly BehaviourTrend[];
}

/** Sessions × behaviours, and below it what became of the strains of the same sessions. */
export function SessionsGrid({ sessions, trends }: SessionsGridProps) {
  const columns = useColumns();
  const [back, setBack] = useState(0);
  const { shown, from, hasEarlier, hasLater } = stretchOf(sessions, columns, back);
  const days = shown.map(({ day }) => day);
  const rows = trends
    .filter(({ said }) => said >= FEWEST_FOR_TRENDS)
    .map(
      ({ behaviour, said }): GridRow => ({
        id: behaviour.id,
        label: behaviour.label,
        about: sessionsWords(said),
        cells: shown.map(session => {
          const one = saidOf(session, behaviour);
          return one === null ? null : { of: one, times: 1, words: saySaid(one) };
        }),
      }),
    );
  const caption = t(
    'gridShows',
    from + 1,
    from + shown.length,
    sessions.length,
    dayWords(days[0] ?? ''),
    dayWords(days.at(-1) ?? ''),
  );
  const trails = shown.map((session): Trail | null => trailOf(session));
  return (
    <>
      <section class="stack" aria-labelledby="grid-title">
        <h2 id="grid-title">{t('gridTitle')}</h2>
        <p class="soft">{t('gridAbout')}</p>
        <div class="row">
          <p role="status">{caption}</p>
          {(hasEarlier || hasLater) && (
            <div class="row no-print">
              <button type="button" disabled={!hasEarlier} onClick={() => setBack(back + columns)}>
                {t('earlierSessions')}
              </button>
              <button type="button" disabled={!hasLater} onClick={() => setBack(Math.max(0, back - columns))}>
                {t('laterSessions')}
              </button>
            </div>
          )}
        </div>
        {rows.length > 0 && (
          <>
            <ShapeGrid
              caption={`${t('gridTitle')} ${caption}`}
              days={days}
              rows={rows}
              nothing={t('nothingSaid')}
            />
            <ul class="plain row legend-row soft" aria-label={t('legend')}>
              {LEGEND.map(said => (
                <li key={said} class="row legend">
                  <Shape of={said} /> {typeof said === 'number' ? t('ratedDigit', said) : saySaid(said)}
                </li>
              ))}
            </ul>
            <AsTable of={t('gridTitle')}>
              {() => (
                <ShapeGrid caption={caption} days={days} rows={rows} nothing={t('nothingSaid')} inWords />
              )}
            </AsTable>
          </>
        )}
        <NotYet
          missing={trends
            .filter(({ said }) => said < FEWEST_FOR_TRENDS)
            .map(({ behaviour, said }) => ({ label: behaviour.label, n: said }))}
        />
      </section>
      <AfterPaint>{() => <TrailSection days={days} trails={trails} />}</AfterPaint>
    </>
  );
}
