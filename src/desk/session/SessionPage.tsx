import { readLastNote } from '../../app/last-note';
import { followTemplates } from '../../app/templates';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import type { Session } from '../../domain/session';
import { layTimeline } from '../../domain/timeline';
import { CHECKLISTS, getChecklist } from '../../library/checklists';
import { useBeforeLocking } from '../../ui/before-locking';
import { NoteTools } from '../../ui/NoteTools';
import { dayWords, minutesWords } from '../../ui/words';
import { ExportSection } from '../export/ExportSection';
import { hashOf, type Route } from '../route';
import { AfterSignOff } from './AfterSignOff';
import { NotSaved } from './NotSaved';
import { Review } from './Review';
import { SecondRatings } from './SecondRatings';
import { TimelineList } from './TimelineList';
import { TimelinePicture } from './TimelinePicture';
import { useSessionRecord } from './use-session-record';
import './session.css';

interface SessionPageProps {
  vault: Parameters<typeof useSessionRecord>[0];
  world: World;
  id: string;
  /** The screen it was reached from. */
  from: Route;
}

/** One session: its review beside its timeline and note; read only while it is live and once it is signed off. */
export function SessionPage({ vault, world, id, from }: SessionPageProps) {
  const record = useSessionRecord(vault, world, id);
  useBeforeLocking(async () => record?.settleWords());
  const back = (
    <p class="no-print">
      <a href={hashOf(from)}>{t(from === 'client' ? 'backToClient' : 'backToSessions')}</a>
    </p>
  );
  if (!record) return back;
  const { session, damaged } = record.reading.value;
  if (!session) {
    if (damaged.length === 0) return back;
    return (
      <>
        {back}
        <h1>{t('sessionDamagedTitle')}</h1>
        <p role="alert" class="notice">
          {t('sessionDamaged')}
        </p>
      </>
    );
  }

  const checklist = getChecklist(session.checklist) ?? CHECKLISTS[0].checklist;
  const timeline = layTimeline(session, session.latestMinute);
  const isSignedOff = session.review.signedOff !== null;
  return (
    <>
      {back}
      <p class="only-print">{t('exportNotice')}</p>
      <header class="row spread">
        <div>
          <h1>
            {dayWords(session.day)} · {session.client === null ? t('noClient') : <bdi>{session.client}</bdi>}
          </h1>
          <p class="soft">
            {checklist.title} · {lengthWords(session)}
          </p>
        </div>
        <div class="row no-print">
          {session.ended !== null && <a href={hashOf('audit')}>{t('selfAudit')}</a>}
          <button type="button" onClick={() => print()}>
            {t('print')}
          </button>
        </div>
      </header>
      <NotSaved record={record} />
      {damaged.length > 0 && (
        <p role="alert" class="notice">
          {t('sessionPartlyDamaged')}
        </p>
      )}
      <div class="beside">
        {session.ended !== null &&
          (isSignedOff ? (
            <AfterSignOff record={record} session={session} checklist={checklist} today={world.today()} />
          ) : (
            <Review record={record} session={session} checklist={checklist}>
              <NoteTools
                field="reflection"
                followTemplates={onTemplates => followTemplates(vault, onTemplates)}
                getFacts={() => ({
                  day: dayWords(session.day),
                  code: session.client ?? t('noClient'),
                  minute: null,
                })}
                findLastNote={session.client === null ? null : () => readLastNote(vault, session.client, id)}
              />
            </Review>
          ))}
        <div class="wide-stack">
          <section class="stack" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{t('timeline')}</h2>
            <TimelinePicture timeline={timeline} />
            <TimelineList timeline={timeline} checklist={checklist} second={session.audit.second} />
            <SecondRatings second={session.audit.second} />
          </section>
          <section class="stack" aria-labelledby="note-title">
            <h2 id="note-title">{t('note')}</h2>
            {session.note ? (
              <p class="as-typed card" dir="auto">
                {session.note.text}
              </p>
            ) : (
              <p class="soft">{t(session.ended === null ? 'noteWhileLive' : 'noNote')}</p>
            )}
          </section>
        </div>
      </div>
      {session.ended !== null && (
        <ExportSection vault={vault} world={world} target={{ kind: 'session', session: id }} />
      )}
    </>
  );
}

function lengthWords({ ended, planned }: Session): string {
  return ended === null ? t('stateLive') : t('lengthOf', minutesWords(ended), minutesWords(planned));
}
