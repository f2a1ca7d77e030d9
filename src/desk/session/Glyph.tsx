import type { TimelineEntry } from '../../domain/timeline';

/** One shape for each kind of entry, the same in the picture, its legend and the list. 20 × 20. */
const SHAPES: Record<TimelineEntry['is'], string> = {
  phase: 'M3 10h14',
  ticked: 'M4 10.5 8.5 15 16 5.5',
  missed: 'M5 17.5V3h10l-2.4 3.6L15 10.2H5',
  moment: 'M10 2.5 17.5 10 10 17.5 2.5 10Z',
  promise: 'M2.5 10h11M9 5.5 13.5 10 9 14.5M17 4v12',
  paused: 'M7 4v12M13 4v12',
  resumed: 'M6 4l10 6-10 6z',
  note: 'M4 5h12M4 10h12M4 15h7',
  ended: 'M5 3v14M15 3v14M5 10h10',
};

export function Glyph({ of }: { of: TimelineEntry['is'] }) {
  return (
    <svg class={`glyph ${of}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={SHAPES[of]} />
    </svg>
  );
}
