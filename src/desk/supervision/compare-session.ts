import type { PackedSession } from '../../app/bring-home';
import type { Checklist } from '../../domain/checklist';
import { layBeside, type SideBySide } from '../../domain/second-rating';
import type { SecondRating } from '../../domain/self-audit';
import type { Session } from '../../domain/session';
import { CHECKLISTS, getBehaviour, getChecklist } from '../../library/checklists';

/** One session with both ratings laid beside each other. */
export interface Compared {
  readonly id: string;
  readonly session: Session;
  readonly checklist: Checklist;
  readonly second: SecondRating;
  readonly beside: readonly SideBySide[];
  readonly hasChanged: boolean;
}

/** Lays the ratings of one supervisor beside one’s own; null where the session is gone or was not rated. */
export function compare(
  { id, session, hasChanged }: PackedSession,
  packet: string,
  by: string,
): Compared | null {
  const second = session?.audit.second.find(one => one.packet === packet && one.by === by);
  if (!session || !second) return null;
  const checklist = getChecklist(session.checklist) ?? CHECKLISTS[0].checklist;
  const known = checklist.behaviours.map(behaviour => behaviour.id);
  const others = Object.keys(second.ratings).filter(behaviour => !known.includes(behaviour));
  const beside = layBeside(session.audit.ratings, second.ratings, [...known, ...others]);
  return { id, session, checklist, second, beside, hasChanged };
}

/** A behaviour's name, or its id where this Sidelight does not know it. */
export function labelOf({ checklist }: Pick<Compared, 'checklist'>, { behaviour }: SideBySide): string {
  return getBehaviour(checklist, behaviour)?.label ?? behaviour;
}
