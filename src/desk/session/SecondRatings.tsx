import { t } from '../../browser/i18n';
import type { SecondRating } from '../../domain/self-audit';
import { hashOf } from '../route';

/** What supervisors said of the whole session, and where their ratings stand. Comments on moments are in the timeline. */
export function SecondRatings({ second }: { second: readonly SecondRating[] }) {
  if (second.length === 0) return null;
  const comments = second.flatMap(({ by, comments: all }) =>
    all.filter(({ moment }) => moment === null).map(({ text }) => ({ by, text })),
  );
  return (
    <div class="stack">
      {comments.map(({ by, text }, index) => (
        <p key={`${index}`} class="comment as-typed" dir="auto">
          <span class="soft">{t('commentFrom', by)}: </span>
          {text}
        </p>
      ))}
      <p class="soft no-print">
        {t('secondRatedBy', second.map(({ by }) => by).join(', '))}{' '}
        <a href={hashOf('supervision')}>{t('navSupervision')}</a>
      </p>
    </div>
  );
}
