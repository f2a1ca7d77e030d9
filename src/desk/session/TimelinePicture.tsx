import { useId, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../browser/i18n';
import type { Timeline, TimelineEntry } from '../../domain/timeline';
import { MOMENT_WORDS, PHASE_WORDS } from '../../ui/words';
import { Glyph } from './Glyph';

/** Pixels. Widths are shares of the page, so that text keeps its size on every screen. */
const BAND = 34;
const STEP = 28;
/** Entries nearer to each other than this share of the width are stacked. */
const NEAR = 0.1;
/** Shares of the width below which a band has no room for its name: on a small screen, and on any. */
const NARROW = 0.28;
const TOO_NARROW = 0.1;

const LEGEND: readonly (readonly [TimelineEntry['is'], MessageKey])[] = [
  ['ticked', 'legendTicked'],
  ['missed', 'legendMissed'],
  ['moment', 'legendMoment'],
  ['promise', 'legendPromise'],
  ['paused', 'legendPaused'],
  ['note', 'legendNote'],
];
/** Drawn, with the shape of another in the legend. */
const ALSO_DRAWN: readonly TimelineEntry['is'][] = ['resumed'];

/**
 * The session as a picture: phases as bands, what happened at its minute, a strain joined to its repair. A moment opens its
 * words. The list beside it says the same.
 */
export function TimelinePicture({ timeline }: { timeline: Timeline }) {
  const { length, bands, entries, mended } = timeline;
  const [opened, setOpened] = useState<number | null>(null);
  const wordsId = useId();
  const shown = stack(entries, length);
  const levels = Math.max(1, ...shown.map(({ level }) => level + 1));
  const height = BAND + levels * STEP + 40;
  const at = (minute: number) => `${(100 * minute) / length}%`;
  const middle = (entry: TimelineEntry) =>
    BAND + (shown.find(one => one.entry === entry)?.level ?? 0) * STEP + 12;
  const moments = shown.flatMap(({ entry, level }) => (entry.is === 'moment' ? [{ ...entry, level }] : []));
  const open = moments.find(({ moment }) => moment.seq === opened)?.moment;

  return (
    <figure class="picture">
      <div class="plot">
        <svg width="100%" height={height} role="img" aria-label={t('timelinePicture', length)}>
          {bands.map(({ phase, from, to }) => (
            <g key={from} class={`band ${phase}`} data-narrow={(to - from) / length < NARROW}>
              <rect x={at(from)} y="0" width={at(to - from)} height={BAND + levels * STEP + 12} />
              <text x={at(from)} dx="4" y="22">
                {(to - from) / length > TOO_NARROW && t(PHASE_WORDS[phase])}
              </text>
            </g>
          ))}
          {axis(length).map(minute => (
            <text
              key={minute}
              class="minute"
              x={at(minute)}
              y={height - 8}
              text-anchor={anchor(minute, length)}
            >
              {minute}
            </text>
          ))}
          {mended.map(({ strain, repair }, index) => (
            <line
              key={`${index}-${strain.minute}`}
              class="mended"
              x1={at(strain.minute)}
              y1={middle(strain)}
              x2={at(repair.minute)}
              y2={middle(repair)}
            />
          ))}
          {shown.map(({ entry, level }, index) => (
            <svg key={`${index}-${entry.is}`} x={at(entry.minute)} y={BAND + level * STEP} overflow="visible">
              <g transform="translate(-10 2)">
                <Glyph of={entry.is} />
              </g>
            </svg>
          ))}
        </svg>
        {moments.map(({ moment: { seq, kind, minute }, level }) => (
          <button
            key={seq}
            type="button"
            class="opens-words no-print"
            style={{ insetInlineStart: at(minute), top: `${BAND + level * STEP - 2}px` }}
            aria-expanded={opened === seq}
            aria-controls={opened === seq ? wordsId : undefined}
            aria-label={t('momentAt', t(MOMENT_WORDS[kind]), minute)}
            onClick={() => setOpened(opened === seq ? null : seq)}
          />
        ))}
      </div>
      {open && (
        <p id={wordsId} class="notice no-print">
          {t('momentAt', t(MOMENT_WORDS[open.kind]), open.minute)}:{' '}
          {open.words === '' ? t('noWords') : <bdi class="as-typed">{open.words}</bdi>}
        </p>
      )}
      <figcaption class="soft">
        <ul class="plain row">
          {LEGEND.filter(([is]) => entries.some(entry => entry.is === is)).map(([is, key]) => (
            <li key={is} class="row legend">
              <Glyph of={is} /> {t(key)}
            </li>
          ))}
          {mended.length > 0 && (
            <li class="row legend">
              <svg class="glyph" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <path class="mended" d="M1 10h18" />
              </svg>
              {t('legendRepair')}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Gives each entry the lowest level on which nothing stands near it. */
function stack(entries: readonly TimelineEntry[], length: number) {
  const drawn = [...LEGEND.map(([is]) => is), ...ALSO_DRAWN];
  const lastAt: number[] = [];
  return entries
    .filter(({ is }) => drawn.includes(is))
    .map(entry => {
      const share = entry.minute / length;
      const free = lastAt.findIndex(last => share - last >= NEAR);
      const level = free >= 0 ? free : lastAt.length;
      lastAt[level] = share;
      return { entry, level };
    });
}

/** Round minutes for the axis, at most about seven, with the end. */
function axis(length: number): number[] {
  const step = [1, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440].find(size => length / size <= 6) ?? length;
  const minutes = Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step);
  const room = step / 2;
  return [...minutes.filter(minute => length - minute > room), length];
}

function anchor(minute: number, length: number): 'start' | 'middle' | 'end' {
  if (minute === 0) return 'start';
  return minute === length ? 'end' : 'middle';
}
