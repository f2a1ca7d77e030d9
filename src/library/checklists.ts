import type { Behaviour, Checklist, ChecklistRef } from '../domain/checklist';
import trustEssentialsJson from './trust-essentials.en.json';

/** A checklist with the id sessions know it by. Ids are for ever; a changed checklist gets a higher version. */
export interface BuiltInChecklist extends ChecklistRef {
  readonly checklist: Checklist;
}

// A test holds the file to `checklistSchema`, so that no page needs to check it again.
const trustEssentials = trustEssentialsJson as Checklist;

/** Every checklist a session can be started with, the default first. */
export const CHECKLISTS: readonly [BuiltInChecklist, ...BuiltInChecklist[]] = [
  { id: 'trust-essentials', version: trustEssentials.version, checklist: trustEssentials },
];

/** @returns null for a checklist or version this Sidelight does not have. */
export function getChecklist(ref: ChecklistRef): Checklist | null {
  const found = CHECKLISTS.find(({ id, version }) => id === ref.id && version === ref.version);
  return found?.checklist ?? null;
}

/** @returns null when the checklist has no such behaviour. */
export function getBehaviour(checklist: Checklist, id: string): Behaviour | null {
  return checklist.behaviours.find(behaviour => behaviour.id === id) ?? null;
}
