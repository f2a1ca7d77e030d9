import { useId } from 'preact/hooks';
import { t } from '../browser/i18n';
import type { Behaviour } from '../domain/checklist';
import type { Mark } from '../domain/session';
import { MissedIcon } from '../ui/icons';

interface StripBehaviourProps {
  behaviour: Behaviour;
  digit: number | undefined;
  mark: Mark | undefined;
  onTick: (isTicked: boolean) => void;
}

export function StripBehaviour({ behaviour, digit, mark, onTick }: StripBehaviourProps) {
  const state = useId();
  const isTicked = mark?.is === 'ticked';
  return (
    <label class="strip-choice" data-mark={mark?.is}>
      <input
        type="checkbox"
        data-control={`tick ${behaviour.id}`}
        checked={isTicked}
        aria-label={behaviour.label}
        aria-keyshortcuts={digit ? String(digit) : undefined}
        aria-describedby={state}
        onClick={event => {
          // The box must never look ticked before the tick is on the disk.
          event.preventDefault();
          onTick(isTicked);
        }}
      />
      <span>{behaviour.label}</span>
      {mark?.is === 'missed' && <MissedIcon />}
      <span id={state} hidden>
        {mark && t(isTicked ? 'tickedAt' : 'missedAt', mark.minute)}
      </span>
    </label>
  );
}
