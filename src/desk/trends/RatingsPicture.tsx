import { t } from '../../browser/i18n';
import type { DatedRating } from '../../domain/trends';
import { shortDay } from './said-words';

/** Pixels from step to step, and above the highest. Widths are shares of the picture, so that text keeps its size. */
const STEP = 24;
const ABOVE = 12;
const LEVELS = [0, 1, 2, 3];
const HEIGHT = ABOVE + STEP * 3 + 12;
/** Shares of the width where the first and the last session stand. */
const FIRST = 10;
const LAST = 97;

interface RatingsPictureProps {
  label: string;
  /** Oldest first, at least two. */
  ratings: readonly DatedRating[];
}

/** One behaviour's ratings, a dot for each session in their order. */
export function RatingsPicture({ label, ratings }: RatingsPictureProps) {
  const x = (index: number) => `${FIRST + (index * (LAST - FIRST)) / Math.max(1, ratings.length - 1)}%`;
  const y = (rating: number) => ABOVE + (3 - rating) * STEP;
  const told = ratings.map(({ rating }) => rating).join(', ');
  const [first, last] = [shortDay(ratings[0]?.day ?? ''), shortDay(ratings.at(-1)?.day ?? '')];
  return (
    <>
      <svg
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label={t('ratingsPicture', label, ratings.length, first, last, told)}
      >
        {LEVELS.map(level => (
          <g key={level} class="level">
            <line x1="7%" x2="100%" y1={y(level)} y2={y(level)} />
            <text x="0" y={y(level) + 5}>
              {level}
            </text>
          </g>
        ))}
        {ratings.slice(1).map(({ rating }, index) => (
          <line
            key={`${index}-${rating}`}
            class="way"
            x1={x(index)}
            y1={y(ratings[index]?.rating ?? 0)}
            x2={x(index + 1)}
            y2={y(rating)}
          />
        ))}
        {ratings.map(({ rating }, index) => (
          <circle key={`${index}-${rating}`} cx={x(index)} cy={y(rating)} r="5" />
        ))}
      </svg>
      <p class="soft spread-row" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </>
  );
}
