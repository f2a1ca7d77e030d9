import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { layTimeline } from '../../domain/timeline';
import { CHECKLISTS, getChecklist } from '../../library/checklists';
import { useBeforeLocking } from '../../ui/before-locking';
import { dayWords } from '../../ui/words';
import { hashOf } from '../route';
import { NotSaved } from '../session/NotSaved';
import { TimelineList } from '../session/TimelineList';
import { useSessionRecord } from '../session/use-session-record';
import { AuditForm } from './AuditForm';
import { SignedAudit } from './SignedAudit';
import '../session/session.css';
import './audit.css';

interface AuditPageProps {
  vault: Parameters<typeof useSessionRecord>[0];
  world: World;
  id: string;
}

/** The self-audit of one session; read only once the session is signed off. */
export function AuditPage({ vault, world, id }: AuditPageProps) {
  const record = useSessionRecord(vault, world, id);
  useBeforeLocking(async () => record?.settleWords());
  const back = (
    <p class="no-print">
      <a href={hashOf('session')}>{t('backToSession')}</a>
    </p>
  );
  const { session, damaged } = record?.reading.value ?? { session: null, damaged: [] };
  if (!record || !session || session.ended === null) return back;

  const checklist = getChecklist(session.checklist) ?? CHECKLISTS[0].checklist;
  const wasMarked = session.marks.size > 0 || session.moments.length > 0 || session.note !== null;
  return (
    <>
      {back}
      <header>
        <h1 id="audit-title">{t('selfAudit')}</h1>
        <p class="soft">
          {dayWords(session.day)} · {session.client === null ? t('noClient') : <bdi>{session.client}</bdi>} ·{' '}
          {checklist.title}
        </p>
      </header>
      <NotSaved record={record} />
      {damaged.length > 0 && (
        <p role="alert" class="notice">
          {t('sessionPartlyDamaged')}
        </p>
      )}
      {wasMarked && (
        <details class="card no-print">
          <summary>{t('whatWasMarked')}</summary>
          <div class="stack full">
            <TimelineList timeline={layTimeline(session, session.latestMinute)} checklist={checklist} />
            {session.note && (
              <p class="as-typed" dir="auto">
                {session.note.text}
              </p>
            )}
          </div>
        </details>
      )}
      {session.review.signedOff === null ? (
        <AuditForm record={record} session={session} checklist={checklist} />
      ) : (
        <SignedAudit session={session} checklist={checklist} />
      )}
    </>
  );
}
