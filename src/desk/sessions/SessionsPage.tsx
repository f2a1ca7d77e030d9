import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Sessions } from '../../app/sessions';
import type { Summaries } from '../../app/summaries';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { isOpenToAll, passes, type SessionFilter } from '../../domain/session-filter';
import { hashOf } from '../route';
import { SearchSection } from '../search/SearchSection';
import { SessionFilters } from './SessionFilters';
import { SessionLink } from './SessionLine';
import { type ListedSession, useKnownSessions } from './use-known-sessions';
import { WindowedList } from './WindowedList';
import './sessions.css';

/** Where the therapist was in the list: kept while a session is open, so that coming back means going on. */
export interface ListPlace {
  filter: SessionFilter;
  /** The session that was opened, and how far the page was scrolled then. */
  left: { readonly id: string; readonly scroll: number } | null;
}

interface SessionsPageProps {
  vault: OpenVault;
  /** What stands above the list. */
  children?: ComponentChildren;
  sessions: Sessions;
  getSummaries: () => Summaries;
  world: World;
  place: ListPlace;
  onSelect: (id: string) => void;
}

export function SessionsPage({
  vault,
  children,
  sessions,
  getSummaries,
  world,
  place,
  onSelect,
}: SessionsPageProps) {
  const known = useKnownSessions(sessions, getSummaries, place.left !== null);
  const [filter, setFilter] = useState(place.filter);
  const today = world.today();
  const listed = useMemo(
    () => (known?.listed ?? []).filter(({ summary }) => passes(summary, filter, today)),
    [known?.listed, filter, today],
  );
  const groups = useMemo(() => groupByState(listed), [listed]);
  const left = useRef(place.left);
  useEffect(() => {
    const { current } = left;
    const isWhole = known !== null && known.listed.length === known.total;
    if (!current || !(isWhole || listed.some(({ id }) => id === current.id))) return;
    left.current = null;
    place.left = null;
    goBackTo(current);
  }, [listed]);

  const choose = (chosen: SessionFilter) => {
    place.filter = chosen;
    setFilter(chosen);
  };
  const select = (id: string) => {
    place.left = { id, scroll: scrollY };
    onSelect(id);
  };
  const list = (label: string, rows: readonly ListedSession[]) => (
    <WindowedList label={label} rows={rows} keyOf={({ id }) => id}>
      {({ id, summary }) => <SessionLink id={id} summary={summary} onSelect={() => select(id)} />}
    </WindowedList>
  );

  return (
    <>
      <h1>{t('navSessions')}</h1>
      <p>
        <a href={hashOf('clients')}>{t('clientsTitle')}</a>
      </p>
      {children}
      {known?.total === 0 && (
        <section class="card stack">
          <h2>{t('noSessionsTitle')}</h2>
          <p>{t('noSessionsAbout')}</p>
        </section>
      )}
      <SearchSection vault={vault} onSelect={select}>
        {known && known.total > 0 && (
          <SessionFilters listed={known.listed} filter={filter} onFilter={choose} />
        )}
        {groups.live.length > 0 && list(t('stateLive'), groups.live)}
        {groups.toReview.length > 0 && (
          <section class="stack" aria-labelledby="to-review-title">
            <h2 id="to-review-title">{t('stateToReview')}</h2>
            {list(t('stateToReview'), groups.toReview)}
          </section>
        )}
        {groups.others.length > 0 && (
          <section class="stack">
            {groups.toReview.length > 0 && <h2>{t('lookedBackOn')}</h2>}
            {list(t('navSessions'), groups.others)}
          </section>
        )}
        <p role="status">
          {known && known.total > 0 && listed.length === 0 && !isOpenToAll(filter) && t('noSessionFits')}
        </p>
      </SearchSection>
    </>
  );
}

/** Frames until the rows in sight are drawn, at the most. */
const PATIENCE = 60;

/** Scrolls to where the list was left and gives the focus to the session that was opened there. */
function goBackTo({ id, scroll }: NonNullable<ListPlace['left']>): void {
  scrollTo(0, scroll);
  // The rows there are drawn once the scrolling has been heard of.
  const look = (frames: number) => {
    // Whoever has begun to type or choose stays there.
    if (document.activeElement?.matches('input, select')) return;
    const link = document.querySelector<HTMLElement>(`[data-session="${id}"]`);
    if (link) link.focus({ preventScroll: true });
    else if (frames > 0) requestAnimationFrame(() => look(frames - 1));
  };
  requestAnimationFrame(() => look(PATIENCE));
}

/** The live one first, then what waits for its review; each newest first. */
function groupByState(listed: readonly ListedSession[]) {
  const live: ListedSession[] = [];
  const toReview: ListedSession[] = [];
  const others: ListedSession[] = [];
  for (const one of listed) {
    const state = one.summary?.state;
    (state === 'live' ? live : state === 'to-review' ? toReview : others).push(one);
  }
  return { live, toReview, others };
}
