import type { LivePhase } from './checklist';

/** The therapist's own choice of phase, from this minute on. */
export interface PhaseChoice {
  readonly phase: LivePhase;
  readonly minute: number;
}

/** A stretch of the session in one phase: from its first minute up to, not including, `to`. */
export interface PhaseBand {
  readonly phase: LivePhase;
  readonly from: number;
  readonly to: number;
}

/** Shares of the planned length, 0 to 0.5: the opening is the first, the closing the last. */
export interface PhaseShares {
  readonly opening: number;
  readonly closing: number;
}

/** What holds where nothing else was set. */
export const USUAL_SHARES: PhaseShares = { opening: 0.15, closing: 0.2 };

/** What the phases of a session follow. */
export interface PhasePlan {
  /** Minutes. */
  readonly planned: number;
  /** Null where the usual ones hold. */
  readonly shares: PhaseShares | null;
  readonly phaseChoices: readonly PhaseChoice[];
}

/** The phase at a minute: by the planned length until the therapist chooses, then as chosen. */
export function phaseAt(minute: number, { planned, shares, phaseChoices }: PhasePlan): LivePhase {
  const chosen = phaseChoices.findLast(choice => choice.minute <= minute);
  if (chosen) return chosen.phase;
  const { opening, closing } = shares ?? USUAL_SHARES;
  if (minute >= (1 - closing) * planned) return 'closing';
  return minute >= opening * planned ? 'working' : 'opening';
}

/** The phases of the first `length` minutes as bands that touch and fill them; none when no minute has passed. */
export function phaseBands(length: number, plan: PhasePlan): PhaseBand[] {
  const bands: PhaseBand[] = [];
  for (let minute = 0; minute < length; minute += 1) {
    const phase = phaseAt(minute, plan);
    const last = bands.at(-1);
    if (last?.phase === phase) bands[bands.length - 1] = { ...last, to: minute + 1 };
    else bands.push({ phase, from: minute, to: minute + 1 });
  }
  return bands;
}
