import { useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import { type Behaviour, findBehaviours } from '../domain/checklist';
import type { BroughtForward } from '../domain/live-list';
import { TextField } from '../ui/TextField';
import { useKeptFocus } from '../ui/use-kept-focus';
import { BehaviourRows, type RowsProps } from './BehaviourRows';
import { RoomForPhases } from './RoomForPhases';

interface LiveChecklistProps extends RowsProps {
  /** What stands in front. */
  leading: readonly Behaviour[];
  forward: BroughtForward;
  /** Ids of what stands elsewhere on the page right now. */
  elsewhere: ReadonlySet<string>;
}

/** What stands in front; below it, unfolded or found by typing, all the others. Each behaviour stands in one place. */
export function LiveChecklist({ leading, forward, elsewhere, ...rows }: LiveChecklistProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  const [query, setQuery] = useState('');
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLButtonElement>();
  const { checklist } = rows;

  // Only when it is shown: reading every text again would be felt in each tick.
  const found = isUnfolded ? findBehaviours(checklist, query) : [];
  const others = found.filter(behaviour => !leading.includes(behaviour) && !elsewhere.has(behaviour.id));
  const groups = checklist.groups
    .map(group => ({ ...group, behaviours: others.filter(behaviour => behaviour.group === group.id) }))
    .filter(({ behaviours }) => behaviours.length > 0);

  return (
    <section role="group" aria-label={t('checklist')} class="checklist" ref={region}>
      <div class="leading">
        {/* Another phase's list takes the place of this one as a whole, so that no row slides. */}
        <BehaviourRows key={leading.map(({ id }) => id).join()} {...rows} behaviours={leading} />
        <RoomForPhases checklist={checklist} forward={forward} />
      </div>
      <button
        type="button"
        class="unfold"
        ref={fallback}
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {t('allBehaviours', checklist.behaviours.length)}
      </button>
      {isUnfolded && (
        <div class="stack">
          <TextField label={t('findBehaviour')} kind="search" value={query} onInput={setQuery} />
          {groups.length === 0 && (
            <p role="status">{t(found.length > 0 ? 'foundElsewhere' : 'noBehaviourFound')}</p>
          )}
          {groups.map(group => (
            <section key={group.id}>
              <h2>{group.name}</h2>
              <BehaviourRows {...rows} behaviours={group.behaviours} />
            </section>
          ))}
        </div>
      )}
    </section>
  );
}
