import { useState } from 'preact/hooks';
import { closePeriod, keepPeriod, setInFocus, writePlan } from '../../app/focus';
import {
  FOCUS_PERIOD_SETTING,
  FOCUS_SETTING,
  followSetting,
  OWN_WORDS_SETTING,
  setOwnWords,
} from '../../app/preferences';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import type { Behaviour } from '../../domain/checklist';
import { dayAfter } from '../../domain/day-after';
import { isOver } from '../../domain/focus-period';
import type { SessionSummary } from '../../domain/session-summary';
import { CHECKLISTS, getBehaviour } from '../../library/checklists';
import { useFollowed } from '../../ui/use-followed';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { dayWords } from '../../ui/words';
import { MyWay } from '../checklists/MyWay';
import { DamagedSettings } from '../DamagedSettings';
import { hashOf } from '../route';
import { LookBackSection } from './LookBackSection';
import { PeriodForm } from './PeriodForm';
import { PlanFields } from './PlanFields';
import './focus.css';

const { checklist } = CHECKLISTS[0];
/** In days. */
const FOUR_WEEKS = 28;
const KEPT = [
  [FOCUS_SETTING, 'focusChosen'],
  [FOCUS_PERIOD_SETTING, 'focusPeriod'],
  [OWN_WORDS_SETTING, 'ownWords'],
] as const;

interface FocusSectionProps {
  vault: OpenVault;
  world: World;
  /** Those looked back on, oldest first. */
  sessions: readonly SessionSummary[];
}

/** What is worked on, from when to when and how; and once that is over, how it went. */
export function FocusSection({ vault, world, sessions }: FocusSectionProps) {
  const focus = useFollowed(on => followSetting(vault, FOCUS_SETTING, on), FOCUS_SETTING.usual, [vault]);
  const ownWords = useFollowed(on => followSetting(vault, OWN_WORDS_SETTING, on), OWN_WORDS_SETTING.usual, [
    vault,
  ]);
  const period = useFollowed(
    on => followSetting(vault, FOCUS_PERIOD_SETTING, on),
    FOCUS_PERIOD_SETTING.usual,
    [vault],
  );
  const [hasFailed, setFailed] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLHeadingElement>();
  const keep = async (work: Promise<unknown>) => {
    setFailed(false);
    await work.then(
      () => setChanging(false),
      () => setFailed(true),
    );
  };
  const setWords = (behaviour: string, words: string) => setOwnWords(vault, behaviour, words);
  const today = world.today();
  const hasEnded = period !== null && isOver(period, today);
  const chosen = behavioursOf(focus);
  return (
    <section class="stack focus" aria-labelledby="focus-title" ref={region}>
      <h2 id="focus-title" ref={fallback} tabIndex={-1}>
        {t('focusTitle')}
      </h2>
      <p class="soft">
        {t('focusPeriodAbout')} <a href={hashOf('checklists')}>{t('chooseFocus')}</a>
      </p>
      <DamagedSettings vault={vault} of={KEPT} />
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
      {hasEnded && (
        <LookBackSection
          period={period}
          behaviours={behavioursOf(period.behaviours)}
          sessions={sessions}
          onAgain={() => void keep(closePeriod(vault, 'go-on'))}
          onRest={() => void keep(closePeriod(vault, 'rest'))}
        />
      )}
      {!hasEnded && chosen.length === 0 && <p>{t('noFocus')}</p>}
      {!hasEnded && chosen.length > 0 && (
        <>
          {period && !isChanging ? (
            <div class="row">
              <p>{t('periodFromTo', dayWords(period.from), dayWords(period.to))}</p>
              <button type="button" onClick={() => setChanging(true)}>
                {t('changeDays')}
              </button>
            </div>
          ) : (
            <PeriodForm
              period={period ?? { from: today, to: dayAfter(today, FOUR_WEEKS) }}
              onPeriod={(from, to) => void keep(keepPeriod(vault, { from, to }))}
            />
          )}
          {chosen.map(({ id, label }) => (
            <section key={id} class="card stack" aria-label={label}>
              <h3>{label}</h3>
              <MyWay
                label={label}
                isInFocus
                hasRoom
                ownWords={ownWords[id] ?? ''}
                onFocus={isInFocus => void keep(setInFocus(vault, id, isInFocus, today))}
                onWords={words => setWords(id, words)}
              />
              {period && (
                <PlanFields
                  label={label}
                  plan={period.plans[id]}
                  onWords={(half, words) => writePlan(vault, id, half, words)}
                />
              )}
            </section>
          ))}
        </>
      )}
    </section>
  );
}

function behavioursOf(ids: readonly string[]): readonly Behaviour[] {
  return ids.flatMap(id => getBehaviour(checklist, id) ?? []);
}
