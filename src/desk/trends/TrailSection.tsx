import { type MessageKey, t } from '../../browser/i18n';
import type { Trail } from '../../domain/trends';
import { AsTable } from './AsTable';
import type { Strain } from './Shape';
import { type GridRow, ShapeGrid } from './ShapeGrid';

const ROWS: readonly { readonly strain: Strain; readonly of: keyof Trail; readonly name: MessageKey }[] = [
  { strain: 'opened', of: 'opened', name: 'trailOpened' },
  { strain: 'repaired', of: 'repaired', name: 'trailRepaired' },
  { strain: 'carried', of: 'carried', name: 'trailCarried' },
  { strain: 'let-go', of: 'letGo', name: 'trailLetGo' },
];

interface TrailSectionProps {
  days: readonly string[];
  /** Null for a session in which no strain was noticed. */
  trails: readonly (Trail | null)[];
}

/** The strains of some sessions and what became of them. */
export function TrailSection({ days, trails }: TrailSectionProps) {
  const noticed = trails.filter(trail => trail !== null).length;
  const rows = ROWS.map(
    ({ strain, of, name }): GridRow => ({
      id: strain,
      label: t(name),
      cells: trails.map(trail => {
        const times = trail?.[of] ?? 0;
        return times === 0 ? null : { of: strain, times, words: `${times}` };
      }),
    }),
  );
  return (
    <section class="stack" aria-labelledby="trail-title">
      <h2 id="trail-title">{t('trailTitle')}</h2>
      <p class="soft">{t('trailAbout')}</p>
      {noticed === 0 ? (
        <p>{t('trailNone')}</p>
      ) : (
        <>
          <p>{t('trailShows', noticed, trails.length)}</p>
          <ShapeGrid caption={t('trailTitle')} days={days} rows={rows} nothing={t('trailNothing')} />
          <AsTable of={t('trailTitle')}>
            {() => (
              <ShapeGrid
                caption={t('trailTitle')}
                days={days}
                rows={rows}
                nothing={t('trailNothing')}
                inWords
              />
            )}
          </AsTable>
        </>
      )}
    </section>
  );
}
