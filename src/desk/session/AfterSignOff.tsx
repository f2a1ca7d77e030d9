import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SessionRecord } from '../../app/session-record';
import { t } from '../../browser/i18n';
import type { Checklist } from '../../domain/checklist';
import type { Session } from '../../domain/session';
import { dayWords } from '../../ui/words';
import { AmendForm } from './AmendForm';
import { SessionFollowUps } from './SessionFollowUps';
import { SignedReview } from './SignedReview';
import { TagsLine } from './TagsLine';

interface AfterSignOffProps {
  record: SessionRecord;
  session: Session;
  checklist: Checklist;
  today: string;
}

/** What was signed off, as it stands for good, and what was added since. */
export function AfterSignOff({ record, session, checklist, today }: AfterSignOffProps) {
  const { reason, text } = record.amendment;
  const [isAmending, setAmending] = useState(reason.text.value !== '' || text.text.value !== '');
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAmending = useRef(isAmending);
  // The button that signed off is gone; the focus goes to what took its place, and so does the sight where it is further up.
  useLayoutEffect(() => {
    const heading = title.current;
    if (!heading || document.activeElement !== document.body) return;
    heading.focus({ preventScroll: heading.getBoundingClientRect().top >= 0 });
  }, []);
  useLayoutEffect(() => {
    if (wasAmending.current && !isAmending) opener.current?.focus();
    wasAmending.current = isAmending;
  }, [isAmending]);

  const { reviewed, signedOff, amendments } = session.review;
  return (
    <section class="wide-stack" aria-labelledby="review-title">
      <header class="stack">
        <h2 id="review-title" ref={title} tabIndex={-1}>
          {t('reviewTitle')}
        </h2>
        <p role="status">{t('signedOffAbout')}</p>
      </header>
      <SignedReview session={session} checklist={checklist} />
      <SessionFollowUps session={session} onCommand={command => record.dispatch(command)} />
      <div class="no-print">
        <TagsLine tags={session.tags} onTags={tags => record.dispatch({ do: 'tag', tags })} />
      </div>
      <section class="stack" aria-labelledby="history-title">
        <h3 id="history-title">{t('history')}</h3>
        <ol class="plain stack history" aria-label={t('history')}>
          {reviewed && <li>{t('reviewedOn', dayWords(reviewed))}</li>}
          {signedOff && <li>{t('signedOffOn', dayWords(signedOff))}</li>}
          {amendments.map(one => (
            <li key={one.seq} class="card stack">
              <p class="soft">
                {t('amendedOn', dayWords(one.day))}{' '}
                <bdi>{one.reason === '' ? t('amendedLate') : one.reason}</bdi>
              </p>
              <p class="as-typed" dir="auto">
                {one.text}
              </p>
            </li>
          ))}
        </ol>
      </section>
      {isAmending ? (
        <AmendForm record={record} today={today} onClose={() => setAmending(false)} />
      ) : (
        <div class="no-print">
          <button type="button" ref={opener} onClick={() => setAmending(true)}>
            {t('amend')}
          </button>
        </div>
      )}
    </section>
  );
}
