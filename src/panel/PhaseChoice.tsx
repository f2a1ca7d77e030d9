import { t } from '../browser/i18n';
import { LIVE_PHASES, type LivePhase } from '../domain/checklist';
import { PHASE_WORDS } from '../ui/words';

interface PhaseChoiceProps {
  phase: LivePhase;
  onChoose: (phase: LivePhase) => void;
}

/** Moves by time until the therapist chooses. */
export function PhaseChoice({ phase, onChoose }: PhaseChoiceProps) {
  return (
    <div role="radiogroup" aria-label={t('phase')} class="phases">
      {LIVE_PHASES.map(one => (
        <label key={one} class="phase">
          <input type="radio" name="phase" checked={one === phase} onChange={() => onChoose(one)} />
          {t(PHASE_WORDS[one])}
        </label>
      ))}
    </div>
  );
}
