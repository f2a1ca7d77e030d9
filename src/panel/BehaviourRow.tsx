import { useId } from 'preact/hooks';
import { t } from '../browser/i18n';
import type { Behaviour } from '../domain/checklist';
import type { Command } from '../domain/decide';
import type { Mark } from '../domain/session';
import { AboutIcon, MissedIcon } from '../ui/icons';
import { BehaviourWords } from './BehaviourWords';

interface BehaviourRowProps {
  behaviour: Behaviour;
  /** The key that ticks it, for core behaviours. */
  digit: number | undefined;
  /** The therapist's own phrase for it. */
  ownWords: string | undefined;
  /** Shows what one could say without being asked. */
  showsWording: boolean;
  mark: Mark | undefined;
  isWaiting: boolean;
  isRefused: boolean;
  /** Whether its *About* stands open. */
  isOpen: boolean;
  onAbout: () => void;
  onCommand: (command: Command) => void;
}

export function BehaviourRow({
  behaviour,
  digit,
  ownWords,
  showsWording,
  mark,
  isWaiting,
  isRefused,
  isOpen,
  onAbout,
  onCommand,
}: BehaviourRowProps) {
  const state = useId();
  const { id, label } = behaviour;
  const isTicked = mark?.is === 'ticked';
  const isMissed = mark?.is === 'missed';

  const shown = isRefused
    ? t('notSaved')
    : mark && (isTicked ? t('tickedHere', mark.minute) : t('missedHere'));

  // The box must never look ticked before the tick is on the disk, so the browser's own toggling is held back.
  const tick = (event: Event) => {
    event.preventDefault();
    if (!isWaiting) onCommand({ do: isTicked ? 'untick' : 'tick', behaviour: id });
  };

  return (
    <li class="behaviour" data-mark={mark?.is}>
      <div class="line">
        <label class="choice">
          <input
            type="checkbox"
            data-control={`tick ${id}`}
            checked={isTicked}
            aria-keyshortcuts={digit ? String(digit) : undefined}
            aria-describedby={state}
            onClick={tick}
          />
          <BehaviourWords label={label} digit={digit} said={shown} />
        </label>
        <button
          type="button"
          class="icon"
          aria-label={t('missedBehaviour', label)}
          aria-pressed={isMissed}
          data-control={`miss ${id}`}
          onClick={() => onCommand({ do: isMissed ? 'unmiss' : 'miss', behaviour: id })}
        >
          <MissedIcon />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('aboutBehaviour', label)}
          aria-expanded={isOpen}
          data-control={`about ${id}`}
          onClick={onAbout}
        >
          <AboutIcon />
        </button>
      </div>
      <span id={state} hidden>
        {isRefused ? t('notSaved') : mark && t(isTicked ? 'tickedAt' : 'missedAt', mark.minute)}
      </span>
      {(isOpen || showsWording) && (
        <div class="about">
          {isOpen && <p>{behaviour.does}</p>}
          {ownWords && (
            <p>
              <span class="soft">{t('myWords')}</span> <bdi>{ownWords}</bdi>
            </p>
          )}
          {(isOpen || !ownWords) && (
            <p>
              <span class="soft">{t('couldSay')}</span> {behaviour.couldSay}
            </p>
          )}
        </div>
      )}
    </li>
  );
}
