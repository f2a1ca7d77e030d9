import type { MomentKind } from '../domain/session-event';

/** The letter that marks each kind of moment; *other* has none. */
export const MOMENT_KEYS: Readonly<Partial<Record<MomentKind, string>>> = {
  tenseness: 't',
  strain: 's',
  repair: 'r',
  'opening-up': 'o',
  boundary: 'b',
};
