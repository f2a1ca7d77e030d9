import type { WaitingAct } from '../app/live-session';
import { type Behaviour, type Checklist, keyedCore } from '../domain/checklist';
import type { Command } from '../domain/decide';
import type { Mark } from '../domain/session';
import { BehaviourRow } from './BehaviourRow';

/** What every row of behaviours in a live session needs to know. */
export interface RowsProps {
  checklist: Checklist;
  /** The therapist's own phrase for a behaviour, by its id. */
  ownWords: Readonly<Record<string, string>>;
  marks: ReadonlyMap<string, Mark>;
  waiting: readonly WaitingAct[];
  /** Ids of those whose *About* stands open, wherever on the page, and in the next phase as well. */
  open: ReadonlySet<string>;
  onAbout: (behaviour: string) => void;
  onCommand: (command: Command) => void;
}

interface BehaviourRowsProps extends RowsProps {
  behaviours: readonly Behaviour[];
  /** Shows what one could say without being asked. */
  showsWording?: boolean;
}

export function BehaviourRows({
  behaviours,
  checklist,
  ownWords,
  marks,
  waiting,
  open,
  onAbout,
  onCommand,
  showsWording = false,
}: BehaviourRowsProps) {
  const keys = new Map(keyedCore(checklist).map(({ key, behaviour }) => [behaviour.id, key]));
  return (
    <ul class="plain">
      {behaviours.map(behaviour => {
        const own = waiting.filter(
          ({ act: { command } }) => 'behaviour' in command && command.behaviour === behaviour.id,
        );
        return (
          <BehaviourRow
            key={behaviour.id}
            behaviour={behaviour}
            digit={keys.get(behaviour.id)}
            ownWords={ownWords[behaviour.id]}
            showsWording={showsWording}
            mark={marks.get(behaviour.id)}
            isWaiting={own.length > 0}
            isRefused={own.some(({ refused }) => refused)}
            isOpen={open.has(behaviour.id)}
            onAbout={() => onAbout(behaviour.id)}
            onCommand={onCommand}
          />
        );
      })}
    </ul>
  );
}
