import { NAME_THE_STRAIN } from '../../domain/follow-up';
import type { Session } from '../../domain/session';

/** Whether a strain was marked or named. Its absence says nothing, so nothing is ever said of it. */
export function hasNoticedStrain({ moments, marks }: Session): boolean {
  return moments.some(({ kind }) => kind === 'strain') || marks.get(NAME_THE_STRAIN)?.is === 'ticked';
}
