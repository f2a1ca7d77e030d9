import { t } from '../../browser/i18n';
import type { Checklist } from '../../domain/checklist';
import type { SecondRating } from '../../domain/self-audit';
import type { Timeline } from '../../domain/timeline';
import { sayEntry } from '../say-entry';
import { Glyph } from './Glyph';

interface TimelineListProps {
  timeline: Timeline;
  checklist: Checklist;
  /** What supervisors said of moments, by the moment’s `seq`. */
  second?: readonly SecondRating[];
}

/** The timeline as text: all that the picture shows, and the words besides. */
export function TimelineList({ timeline, checklist, second = [] }: TimelineListProps) {
  return (
    <ol class="plain timeline" aria-label={t('timeline')}>
      {timeline.entries.map((entry, index) => {
        const strain = timeline.mended.find(({ repair }) => repair === entry)?.strain;
        return (
          <li key={`${index}-${entry.is}`} class={entry.is}>
            <span class="minute soft">{t('minuteMark', entry.minute)}</span>
            <Glyph of={entry.is} />
            <div>
              <span dir="auto">{sayEntry(entry, checklist)}</span>
              {strain && <span class="soft"> {t('repairsStrain', strain.minute)}</span>}
              {entry.is === 'moment' && entry.moment.words && (
                <p class="as-typed soft" dir="auto">
                  {entry.moment.words}
                </p>
              )}
              {entry.is === 'moment' && <MomentComments moment={entry.moment.seq} second={second} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function MomentComments({ moment, second }: { moment: number; second: readonly SecondRating[] }) {
  const said = second.flatMap(({ by, comments }) =>
    comments.filter(one => one.moment === moment).map(({ text }) => ({ by, text })),
  );
  return said.map(({ by, text }, index) => (
    <p key={`${index}`} class="comment" dir="auto">
      <span class="soft">{t('commentFrom', by)}: </span>
      {text}
    </p>
  ));
}
