import { t } from '../../browser/i18n';
import type { Ratings } from '../../domain/look-back';
import { sessionsWords } from '../trends/said-words';

/** Pixels between two ratings, and between two sessions of the same. */
const STEP = 24;
const NEXT = 9;
const BEGIN = 26;

interface CountsPictureProps {
  /** The behaviour's. */
  label: string;
  name: string;
  ratings: Ratings;
}

/** How often each rating was given, a dot for each session. */
export function CountsPicture({ label, name, ratings }: CountsPictureProps) {
  return (
    <figure class="counts">
      <figcaption class="soft">{t('labelWithCount', name, ratings.rated)}</figcaption>
      <svg
        width="100%"
        height={STEP * 4}
        role="img"
        aria-label={t('countsPicture', label, countsWords(name, ratings))}
      >
        {ratings.counts.map((count, rating) => {
          const y = (3 - rating) * STEP + 12;
          return (
            <g key={rating} class="level">
              <line x1={BEGIN - 8} x2="100%" y1={y} y2={y} />
              <text x="0" y={y + 5}>
                {rating}
              </text>
              {Array.from({ length: count }, (_, index) => (
                <circle key={index} cx={BEGIN + index * NEXT} cy={y} r="4" />
              ))}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** The same in words, highest last. */
export function countsWords(name: string, { counts, rated }: Ratings): string {
  const told = counts.flatMap((count, rating) => (count > 0 ? [t('ratingCount', rating, count)] : []));
  return t('countsTold', name, sessionsWords(rated), told.join(', '));
}
