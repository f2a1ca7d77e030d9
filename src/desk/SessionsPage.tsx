import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Sessions, SessionsList } from '../app/sessions';
import { t } from '../browser/i18n';
import type { SessionSummary } from '../domain/session-summary';
import { getChecklist } from '../library/checklists';
import { dayWords, minutesWords } from '../ui/words';
import { hashOf } from './route';

/** How many sessions are shown at first, and how many more at each asking. */
const PAGE = 60;

interface SessionsPageProps {
  /** What stands above the list. */
  children?: ComponentChildren;
  sessions: Sessions;
  onSelect: (id: string) => void;
}

export function SessionsPage({ children, sessions, onSelect }: SessionsPageProps) {
  const [most, setMost] = useState(PAGE);
  const [list, setList] = useState<SessionsList | null>(null);
  useEffect(() => sessions.followList(most, setList), [sessions, most]);

  return (
    <>
      <h1>{t('navSessions')}</h1>
      <p>
        <a href={hashOf('clients')}>{t('clientsTitle')}</a>
      </p>
      {children}
      {list?.total === 0 && (
        <section class="card stack">
          <h2>{t('noSessionsTitle')}</h2>
          <p>{t('noSessionsAbout')}</p>
        </section>
      )}
      {list && list.total > 0 && (
        <ul class="plain sessions" aria-label={t('navSessions')}>
          {list.listed.map(({ id, summary }) => (
            <li key={id}>
              <a
                href={hashOf('session')}
                onClick={event => {
                  event.preventDefault();
                  onSelect(id);
                }}
              >
                {summary ? <SessionLine {...summary} /> : <span>{t('sessionLineDamaged')}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
      {list && list.total > list.listed.length && (
        <button type="button" onClick={() => setMost(most + PAGE)}>
          {t('showEarlier', list.total - list.listed.length)}
        </button>
      )}
    </>
  );
}

function SessionLine({ day, client, checklist, state, minutes }: SessionSummary) {
  return (
    <>
      <span class="day">{dayWords(day)}</span>
      <span class="client">{client === null ? t('noClient') : <bdi>{client}</bdi>}</span>
      <span class="soft">{getChecklist(checklist)?.title ?? t('unknownChecklist')}</span>
      <span class="soft">{state === 'live' ? '' : minutesWords(minutes)}</span>
      <span class="state">{t(state === 'live' ? 'stateLive' : 'stateToReview')}</span>
    </>
  );
}
