import type { Said } from '../../domain/trends';

/** What became of a strain. */
export type Strain = 'opened' | 'repaired' | 'carried' | 'let-go';

/** One outline for each answer and each end of a strain, told apart without colour. 20 × 20. */
const OUTLINES: Record<Exclude<Said, number> | Strain, string> = {
  done: 'M4 10.5 8.5 15 16 5.5',
  partly: 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M10 3.5v13M7 5.5v9M4.8 8v4',
  missed: 'M5 17.5V3h10l-2.4 3.6L15 10.2H5',
  'not-called-for': 'M6 10h8',
  'cant-tell': 'M6.8 7a3.2 3.2 0 1 1 4.6 2.9c-1 .5-1.4 1.1-1.4 2.3M10 15.6v.1',
  opened: 'M10 2.5 17.5 10 10 17.5 2.5 10Z',
  repaired: 'M10 2.5 17.5 10 10 17.5 2.5 10ZM6.6 10.2l2.4 2.4 4.4-4.8',
  carried: 'M2.5 10h14M12 5l5 5-5 5',
  'let-go': 'M4 12.5c2-4 4-4 6 0s4 4 6 0',
};
/** The steps of a rating's tower, from below. */
const STEPS = ['M4 13.5h12v3H4z', 'M4 8.5h12v3H4z', 'M4 3.5h12v3H4z'];

interface ShapeProps {
  of: Said | Strain;
  /** What it is read as; nothing when words stand beside it. */
  words?: string;
}

/** A rating is a tower of three steps, filled from below as high as the rating; 0 is all hollow. */
export function Shape({ of, words }: ShapeProps) {
  const read =
    words === undefined ? { 'aria-hidden': true as const } : { role: 'img' as const, 'aria-label': words };
  return (
    <svg class={`shape ${of}`} viewBox="0 0 20 20" width="20" height="20" {...read}>
      {typeof of !== 'number' && <path d={OUTLINES[of]} />}
      {typeof of === 'number' && of > 0 && <path class="full" d={STEPS.slice(0, of).join('')} />}
      {typeof of === 'number' && of < 3 && <path class="hollow" d={STEPS.slice(of).join('')} />}
    </svg>
  );
}
