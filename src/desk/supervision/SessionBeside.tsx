import { type MessageKey, t } from '../../browser/i18n';
import { isWide, type SideBySide } from '../../domain/second-rating';
import { dayWords, MOMENT_WORDS } from '../../ui/words';
import { type Compared, labelOf } from './compare-session';

/** One session's behaviours as both rated them, those two or more apart first, and the comments. */
export function SessionBeside({ compared, by }: { compared: Compared; by: string }) {
  const { session, second, beside, hasChanged } = compared;
  const name = `${dayWords(session.day)} · ${session.client ?? t('noClient')}`;
  return (
    <div class="stack">
      <h4 dir="auto">{name}</h4>
      {hasChanged && <p class="notice">{t('homeChangedOne')}</p>}
      {beside.length > 0 && (
        <table class="beside-table" aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{t('behaviourColumn')}</th>
              <th scope="col">{t('youColumn')}</th>
              <th scope="col">
                <bdi>{by}</bdi>
              </th>
            </tr>
          </thead>
          <tbody>
            {beside.map(pair => (
              <tr key={pair.behaviour} class={isWide(pair) ? 'wide' : undefined}>
                <th scope="row">
                  {labelOf(compared, pair)}
                  {isWide(pair) && <span class="soft"> ({t('twoApart')})</span>}
                </th>
                <td>{shortly(pair.own)}</td>
                <td>{shortly(pair.other)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {second.comments.length > 0 && (
        <ul class="plain stack" aria-label={t('commentsBy', by)}>
          {second.comments.map(({ moment, text }, index) => {
            const of = session.moments.find(({ seq }) => seq === moment);
            return (
              <li key={`${index}`}>
                <span class="soft">
                  {of ? t('momentAt', t(MOMENT_WORDS[of.kind]), of.minute) : t('onWholeSession')}
                </span>
                <p class="as-typed" dir="auto">
                  {text}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

const NO_NUMBER: Record<'not-called-for' | 'cant-tell', MessageKey> = {
  'not-called-for': 'answerNotCalledFor',
  'cant-tell': 'answerCantTell',
};

function shortly(rating: SideBySide['own']): string {
  if (rating === null) return t('notRated');
  return typeof rating === 'number' ? `${rating}` : t(NO_NUMBER[rating]);
}
