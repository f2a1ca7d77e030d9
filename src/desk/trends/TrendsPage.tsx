import { useMemo, useState } from 'preact/hooks';
import { FOCUS_SETTING, followSetting } from '../../app/preferences';
import type { Summaries } from '../../app/summaries';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { type Behaviour, keyedCore } from '../../domain/checklist';
import { FEWEST_FOR_TRENDS, lookedBackOn, trendOf } from '../../domain/trends';
import { CHECKLISTS } from '../../library/checklists';
import { useFollowed } from '../../ui/use-followed';
import { FocusSection } from '../focus/FocusSection';
import { AfterPaint } from './AfterPaint';
import { NotCalledForSection } from './NotCalledForSection';
import { PastSessionForm } from './PastSessionForm';
import { RatingsSection } from './RatingsSection';
import { SessionsGrid } from './SessionsGrid';
import './trends.css';

const { id: CHECKLIST, checklist } = CHECKLISTS[0];
const CORE = keyedCore(checklist).map(({ behaviour }) => behaviour);

interface TrendsPageProps {
  vault: OpenVault;
  world: World;
  getSummaries: () => Summaries;
  onAudit: (id: string) => void;
}

/** What one does over one's own sessions, behaviour by behaviour. Nothing is added up, and nobody is compared with. */
export function TrendsPage({ vault, world, getSummaries, onAudit }: TrendsPageProps) {
  const summaries = useMemo(getSummaries, [vault]);
  const all = summaries.all.value;
  const focus = useFollowed(on => followSetting(vault, FOCUS_SETTING, on), FOCUS_SETTING.usual, [vault]);
  const [isWhole, setWhole] = useState(false);
  const sessions = useMemo(() => lookedBackOn(all ?? [], CHECKLIST), [all]);
  const behaviours = useMemo((): readonly Behaviour[] => {
    const isWanted = ({ id }: Behaviour) => isWhole || focus.includes(id);
    return [...CORE, ...checklist.behaviours.filter(one => !CORE.includes(one) && isWanted(one))];
  }, [isWhole, focus]);
  const trends = useMemo(() => behaviours.map(one => trendOf(sessions, one)), [sessions, behaviours]);
  return (
    <div class="trends wide-stack">
      <header class="stack">
        <h1>{t('navTrends')}</h1>
        <p>{t('trendsAbout')}</p>
      </header>
      <PastSessionForm vault={vault} world={world} onAdded={onAudit} />
      <FocusSection vault={vault} world={world} sessions={sessions} />
      {all &&
        (sessions.length < FEWEST_FOR_TRENDS ? (
          <section class="card stack">
            <h2>{t('trendsTooFewTitle')}</h2>
            <p>{t('trendsTooFew', sessions.length)}</p>
          </section>
        ) : (
          <>
            <label class="choice no-print">
              <input
                type="checkbox"
                checked={isWhole}
                onChange={event => setWhole(event.currentTarget.checked)}
              />
              <span>{t('showAllBehaviours', checklist.behaviours.length)}</span>
            </label>
            <SessionsGrid sessions={sessions} trends={trends} />
            <AfterPaint>
              {() => (
                <>
                  <RatingsSection trends={trends} />
                  <NotCalledForSection trends={trends} />
                </>
              )}
            </AfterPaint>
          </>
        ))}
    </div>
  );
}
