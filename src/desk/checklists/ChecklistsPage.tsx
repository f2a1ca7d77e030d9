import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { setInFocus } from '../../app/focus';
import {
  FOCUS_SETTING,
  followSetting,
  MOST_FOCUS,
  OWN_WORDS_SETTING,
  PHASE_SHARES_SETTING,
  setOwnWords,
  setPhaseShares,
} from '../../app/preferences';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import type { Behaviour, Checklist } from '../../domain/checklist';
import type { PhaseShares } from '../../domain/phase';
import { CHECKLISTS } from '../../library/checklists';
import { useFollowed } from '../../ui/use-followed';
import { DamagedSettings } from '../DamagedSettings';
import { MyWay } from './MyWay';
import { PhaseSharesChoice } from './PhaseShares';

const KEPT = [
  [FOCUS_SETTING, 'focusChosen'],
  [OWN_WORDS_SETTING, 'ownWords'],
  [PHASE_SHARES_SETTING, 'phaseLengths'],
] as const;

/** Every behaviour in full: what it is, what one could say, its anchors, and where it comes from. */
export function ChecklistsPage({ vault, today }: { vault: OpenVault; today: string }) {
  const shares = useFollowed(
    on => followSetting(vault, PHASE_SHARES_SETTING, on),
    PHASE_SHARES_SETTING.usual,
    [vault],
  );
  const [hasFailed, setFailed] = useState(false);
  const act = (what: Promise<void>) => {
    setFailed(false);
    what.catch(() => setFailed(true));
  };
  return (
    <>
      <h1>{t('navChecklists')}</h1>
      <DamagedSettings vault={vault} of={KEPT} />
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
      {CHECKLISTS.map(({ id, checklist }) => (
        <ChecklistInFull
          key={id}
          vault={vault}
          today={today}
          id={id}
          checklist={checklist}
          shares={shares[id]}
          onShares={chosen => act(setPhaseShares(vault, id, chosen))}
          onAct={act}
        />
      ))}
    </>
  );
}

interface ChecklistInFullProps {
  vault: OpenVault;
  today: string;
  id: string;
  checklist: Checklist;
  shares: PhaseShares | undefined;
  onShares: (shares: PhaseShares) => void;
  onAct: (what: Promise<void>) => void;
}

function ChecklistInFull({
  vault,
  today,
  id: checklistId,
  checklist,
  shares,
  onShares,
  onAct,
}: ChecklistInFullProps) {
  const focus = useFollowed(on => followSetting(vault, FOCUS_SETTING, on), FOCUS_SETTING.usual, [vault]);
  const ownWords = useFollowed(on => followSetting(vault, OWN_WORDS_SETTING, on), OWN_WORDS_SETTING.usual, [
    vault,
  ]);
  return (
    <section class="wide-stack">
      <header class="stack">
        <h2>{checklist.title}</h2>
        <p>{checklist.note}</p>
        <p>{t('focusAbout')}</p>
      </header>
      <PhaseSharesChoice id={checklistId} shares={shares} onShares={onShares} />
      {checklist.groups.map(group => (
        <section key={group.id} class="stack">
          <h3>{group.name}</h3>
          {checklist.behaviours
            .filter(behaviour => behaviour.group === group.id)
            .map(behaviour => (
              <BehaviourInFull
                key={behaviour.id}
                behaviour={behaviour}
                sources={checklist.sources}
                isInFocus={focus.includes(behaviour.id)}
              >
                <MyWay
                  label={behaviour.label}
                  isInFocus={focus.includes(behaviour.id)}
                  hasRoom={focus.length < MOST_FOCUS}
                  ownWords={ownWords[behaviour.id] ?? ''}
                  onFocus={isInFocus => onAct(setInFocus(vault, behaviour.id, isInFocus, today))}
                  onWords={words => setOwnWords(vault, behaviour.id, words)}
                />
              </BehaviourInFull>
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

interface BehaviourInFullProps {
  behaviour: Behaviour;
  sources: Checklist['sources'];
  isInFocus: boolean;
  children: ComponentChildren;
}

function BehaviourInFull({ behaviour, sources, isInFocus, children }: BehaviourInFullProps) {
  const { label, does, couldSay, anchors, core, literature } = behaviour;
  return (
    <details class="card">
      <summary>
        <strong>{label}</strong> {core && <span class="soft">{t('coreMark')}</span>}{' '}
        {isInFocus && <span class="soft">{t('focusMark')}</span>}
      </summary>
      <div class="stack full">
        <p>{does}</p>
        <p>
          <span class="soft">{t('couldSay')}</span> {couldSay}
        </p>
        {children}
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
