import { t } from '../browser/i18n';
import type { Behaviour, Checklist } from '../domain/checklist';
import { CHECKLISTS } from '../library/checklists';

/** Every behaviour in full: what it is, what one could say, its anchors, and where it comes from. */
export function ChecklistsPage() {
  return (
    <>
      <h1>{t('navChecklists')}</h1>
      {CHECKLISTS.map(({ id, checklist }) => (
        <ChecklistInFull key={id} checklist={checklist} />
      ))}
    </>
  );
}

function ChecklistInFull({ checklist }: { checklist: Checklist }) {
  return (
    <section class="wide-stack">
      <header class="stack">
        <h2>{checklist.title}</h2>
        <p>{checklist.note}</p>
      </header>
      {checklist.groups.map(group => (
        <section key={group.id} class="stack">
          <h3>{group.name}</h3>
          {checklist.behaviours
            .filter(behaviour => behaviour.group === group.id)
            .map(behaviour => (
              <BehaviourInFull key={behaviour.id} behaviour={behaviour} sources={checklist.sources} />
            ))}
        </section>
      ))}
      <section class="stack">
        <h3>{t('sources')}</h3>
        <ul class="stack">
          {checklist.sources.map(({ id, title, about }) => (
            <li key={id}>
              <cite>{title}</cite>. {about}.
            </li>
          ))}
        </ul>
      </section>
    </section>
  );
}

function BehaviourInFull({ behaviour, sources }: { behaviour: Behaviour; sources: Checklist['sources'] }) {
  const { label, does, couldSay, anchors, core, literature } = behaviour;
  return (
    <details class="card">
      <summary>
        <strong>{label}</strong> {core && <span class="soft">{t('coreMark')}</span>}
      </summary>
      <div class="stack full">
        <p>{does}</p>
        <p>
          <span class="soft">{t('couldSay')}</span> {couldSay}
        </p>
        <h4>{t('anchors')}</h4>
        <ol start={0}>
          {anchors.map(anchor => (
            <li key={anchor}>{anchor}</li>
          ))}
        </ol>
        <p class="soft">
          {t('sourcesOf')}{' '}
          {behaviour.sources.map(id => sources.find(source => source.id === id)?.title ?? id).join('; ')}.{' '}
          {literature}.
        </p>
      </div>
    </details>
  );
}
