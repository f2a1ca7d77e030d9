import type { MessageKey } from '../browser/i18n';

/** A key as it is written, and what it does. */
export type KeyRow = readonly [key: string, meaning: MessageKey];

const SHEET: KeyRow = ['?', 'keySheet'];
const HIDE: KeyRow = ['H', 'keyHide'];
const MARKS: readonly KeyRow[] = [
  ['1 – 8', 'keyTick'],
  ['Shift + 1 – 8', 'keyMissed'],
  ['T', 'momentTenseness'],
  ['S', 'momentStrain'],
  ['R', 'momentRepair'],
  ['O', 'momentOpeningUp'],
  ['B', 'momentBoundary'],
];

/** The keys of the panel. */
export const PANEL_KEYS: readonly KeyRow[] = [
  ...MARKS,
  ['N', 'keyNote'],
  ['U', 'keyUndo'],
  HIDE,
  ['Esc', 'keyLeaveField'],
  SHEET,
];

/** The keys of the strip. */
export const STRIP_KEYS: readonly KeyRow[] = [...MARKS, ['U', 'keyUndo'], HIDE, SHEET];

/** The keys of the desk. */
export const DESK_KEYS: readonly KeyRow[] = [
  ['D P M N ?', 'keyAnswers'],
  ['0 – 3 N ?', 'keyRatings'],
  HIDE,
  ['Esc', 'keyLeaveField'],
  SHEET,
];
