import { useEffect, useState } from 'preact/hooks';
import type { Sessions } from '../app/sessions';
import { t } from '../browser/i18n';
import { layTimeline } from '../domain/timeline';
import { CHECKLISTS, getChecklist } from '../library/checklists';
import { dayWords, minutesWords } from '../ui/words';
import { hashOf } from './route';
import { TimelineList } from './TimelineList';
import { TimelinePicture } from './TimelinePicture';

type Reading = Parameters<Parameters<Sessions['followStory']>[1]>[0];

/** One session read back: its timeline as a picture and as text, and its note. */
export function SessionPage({ sessions, id }: { sessions: Sessions; id: string }) {
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => sessions.followStory(id, setReading), [sessions, id]);

  const back = (
    <p class="no-print">
      <a href={hashOf('sessions')}>{t('backToSessions')}</a>
    </p>
  );
  if (!reading) return back;
  const { session, damaged } = reading;
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
  return (
    <>
      {back}
      <header>
        <h1>
          {dayWords(session.day)} · {session.client === null ? t('noClient') : <bdi>{session.client}</bdi>}
        </h1>
        <p class="soft">
          {checklist.title} ·{' '}
          {session.ended === null
            ? t('stateLive')
            : t('lengthOf', minutesWords(session.ended), minutesWords(session.planned))}
        </p>
      </header>
      {damaged.length > 0 && (
        <p role="alert" class="notice">
          {t('sessionPartlyDamaged')}
        </p>
      )}
      <section class="stack" aria-labelledby="timeline-title">
        <h2 id="timeline-title">{t('timeline')}</h2>
        <TimelinePicture timeline={timeline} />
        <TimelineList timeline={timeline} checklist={checklist} />
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
    </>
  );
}
