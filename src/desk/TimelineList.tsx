import { t } from '../browser/i18n';
import type { Checklist } from '../domain/checklist';
import type { Timeline } from '../domain/timeline';
import { Glyph } from './Glyph';
import { sayEntry } from './say-entry';

interface TimelineListProps {
  timeline: Timeline;
  checklist: Checklist;
}

/** The timeline as text: all that the picture shows, and the words besides. */
export function TimelineList({ timeline, checklist }: TimelineListProps) {
  return (
    <ol class="plain timeline" aria-label={t('timeline')}>
      {timeline.entries.map((entry, index) => (
        <li key={`${index}-${entry.is}`} class={entry.is}>
          <span class="minute soft">{t('minuteMark', entry.minute)}</span>
          <Glyph of={entry.is} />
          <div>
            {sayEntry(entry, checklist)}
            {entry.is === 'moment' && entry.moment.words && (
              <p class="as-typed soft" dir="auto">
                {entry.moment.words}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
