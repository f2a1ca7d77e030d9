import { LIVE_PHASES, type LivePhase } from './checklist';

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

/** The share of the planned length at which each phase begins. */
const BEGINS: Record<LivePhase, number> = { opening: 0, working: 0.15, closing: 0.8 };

/** The phase at a minute: by the planned length until the therapist chooses, then as chosen. */
export function phaseAt(minute: number, planned: number, choices: readonly PhaseChoice[]): LivePhase {
  const chosen = choices.findLast(choice => choice.minute <= minute);
  if (chosen) return chosen.phase;
  return LIVE_PHASES.findLast(phase => minute >= BEGINS[phase] * planned) ?? 'opening';
}

/** The phases of the first `length` minutes as bands that touch and fill them; none when no minute has passed. */
export function phaseBands(length: number, planned: number, choices: readonly PhaseChoice[]): PhaseBand[] {
  const bands: PhaseBand[] = [];
  for (let minute = 0; minute < length; minute += 1) {
    const phase = phaseAt(minute, planned, choices);
    const last = bands.at(-1);
    if (last?.phase === phase) bands[bands.length - 1] = { ...last, to: minute + 1 };
    else bands.push({ phase, from: minute, to: minute + 1 });
  }
  return bands;
}
