import { type MessageKey, t } from '../../browser/i18n';
import type { SessionState, SessionSummary } from '../../domain/session-summary';
import { getChecklist } from '../../library/checklists';
import { dayWords, minutesWords } from '../../ui/words';
import { hashOf } from '../route';

/** The words on screen for how far a session has come. */
export const STATE_WORDS: Record<SessionState, MessageKey> = {
  live: 'stateLive',
  'to-review': 'stateToReview',
  reviewed: 'stateReviewed',
  'signed-off': 'stateSignedOff',
};

interface SessionLinkProps {
  summary: SessionSummary | null;
  onSelect: () => void;
  id?: string;
}

/** A line of the list that leads to its session. */
export function SessionLink({ summary, onSelect, id }: SessionLinkProps) {
  return (
    <a
      href={hashOf('session')}
      data-session={id}
      onClick={event => {
        event.preventDefault();
        onSelect();
      }}
    >
      {summary ? <SessionLine {...summary} /> : <span>{t('sessionLineDamaged')}</span>}
    </a>
  );
}

function SessionLine({ day, client, checklist, state, minutes }: SessionSummary) {
  return (
    <>
      <span class="day">{dayWords(day)}</span>
      <span class="client">{client === null ? t('noClient') : <bdi>{client}</bdi>}</span>
      <span class="soft about">
        {getChecklist(checklist)?.title ?? t('unknownChecklist')}
        {state !== 'live' && ` · ${minutesWords(minutes)}`}
      </span>
      <span class="state">{t(STATE_WORDS[state])}</span>
    </>
  );
}
