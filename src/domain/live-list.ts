import { type Behaviour, type Checklist, coreOf, keyedCore, type LivePhase } from './checklist';
import { stillOpen } from './follow-up';
import type { Session } from './session';

/** A behaviour as a live session shows it, with the digit that ticks it, if it has one. */
export interface LiveBehaviour {
  readonly behaviour: Behaviour;
  readonly key: number | undefined;
}

/** What a therapist or a client's context brings forward, by behaviour id, the most wanted first. */
export interface BroughtForward {
  readonly focus: readonly string[];
  readonly lead: readonly string[];
}

/**
 * What stands in front in this phase: the focus first, then what the client's context brings forward, then the core of the
 * phase. Each behaviour once; ids the checklist does not know are passed over.
 */
export function liveList(
  checklist: Checklist,
  phase: LivePhase,
  { focus, lead }: BroughtForward,
): readonly LiveBehaviour[] {
  const keys = new Map(keyedCore(checklist).map(({ key, behaviour }) => [behaviour.id, key]));
  const core = coreOf(checklist, phase).map(({ behaviour }) => behaviour.id);
  return [...new Set([...focus, ...lead, ...core])].flatMap(id => {
    const behaviour = checklist.behaviours.find(one => one.id === id);
    return behaviour ? [{ behaviour, key: keys.get(id) }] : [];
  });
}

/** What answers a strain, in the order it is usually done (after Safran and Muran). */
const FOR_A_STRAIN = ['own-my-part', 'welcome-the-complaint', 'change-and-revisit'];
const FOR_TENSENESS = 'check-in-on-tenseness';

/** Why something is offered now, and the ids of the behaviours that may help. */
export interface Offer {
  readonly because: 'strain' | 'tenseness';
  readonly behaviours: readonly string[];
}

/**
 * What may help right now: while a repair is open, ways to repair; after tenseness was marked, checking in on it, until
 * that was ticked or another moment came. Nothing goes by time, so nothing moves by itself.
 */
export function offersOf(session: Session): readonly Offer[] {
  const offers: Offer[] = [];
  const last = session.moments.at(-1);
  const checkedIn = session.marks.get(FOR_TENSENESS);
  if (last?.kind === 'tenseness' && !(checkedIn?.is === 'ticked' && checkedIn.seq > last.seq)) {
    offers.push({ because: 'tenseness', behaviours: [FOR_TENSENESS] });
  }
  if (stillOpen(session.followUps).some(({ kind }) => kind === 'repair')) {
    offers.push({ because: 'strain', behaviours: FOR_A_STRAIN });
  }
  return offers;
}
