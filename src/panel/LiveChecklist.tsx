import { useState } from 'preact/hooks';
import type { WaitingAct } from '../app/live-session';
import { t } from '../browser/i18n';
import { type Checklist, coreOf, findBehaviours, keyedCore, type LivePhase } from '../domain/checklist';
import type { Command } from '../domain/decide';
import type { Mark } from '../domain/session';
import { TextField } from '../ui/TextField';
import { BehaviourRow } from './BehaviourRow';

interface LiveChecklistProps {
  checklist: Checklist;
  phase: LivePhase;
  marks: ReadonlyMap<string, Mark>;
  waiting: readonly WaitingAct[];
  onCommand: (command: Command) => void;
}

/** The phase's core behaviours; below them, unfolded or found by typing, all the others. Each stands here once. */
export function LiveChecklist({ checklist, phase, marks, waiting, onCommand }: LiveChecklistProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  const [query, setQuery] = useState('');

  const keys = new Map(keyedCore(checklist).map(({ key, behaviour }) => [behaviour.id, key]));
  const leading = coreOf(checklist, phase).map(({ behaviour }) => behaviour);
  const rows = (behaviours: Checklist['behaviours']) => (
    <ul class="plain">
      {behaviours.map(behaviour => (
        <BehaviourRow
          key={behaviour.id}
          behaviour={behaviour}
          digit={keys.get(behaviour.id)}
          mark={marks.get(behaviour.id)}
          isWaiting={waiting.some(
            ({ command }) => 'behaviour' in command && command.behaviour === behaviour.id,
          )}
          isRefused={waiting.some(
            ({ command, refused }) => refused && 'behaviour' in command && command.behaviour === behaviour.id,
          )}
          onCommand={onCommand}
        />
      ))}
    </ul>
  );

  // Only when it is shown: reading every text again would be felt in each tick.
  const found = isUnfolded ? findBehaviours(checklist, query) : [];
  const others = found.filter(behaviour => !leading.includes(behaviour));
  const groups = checklist.groups
    .map(group => ({ ...group, behaviours: others.filter(behaviour => behaviour.group === group.id) }))
    .filter(({ behaviours }) => behaviours.length > 0);

  return (
    <section role="group" aria-label={t('checklist')} class="checklist">
      {rows(leading)}
      <button
        type="button"
        class="unfold"
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {t('allBehaviours', checklist.behaviours.length)}
      </button>
      {isUnfolded && (
        <div class="stack">
          <TextField label={t('findBehaviour')} kind="search" value={query} onInput={setQuery} />
          {groups.length === 0 && (
            <p role="status">{t(found.length > 0 ? 'foundAbove' : 'noBehaviourFound')}</p>
          )}
          {groups.map(group => (
            <section key={group.id}>
              <h2>{group.name}</h2>
              {rows(group.behaviours)}
            </section>
          ))}
        </div>
      )}
    </section>
  );
}
