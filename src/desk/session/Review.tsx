import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SessionRecord } from '../../app/session-record';
import { t } from '../../browser/i18n';
import type { Checklist } from '../../domain/checklist';
import type { Command } from '../../domain/decide';
import { isRefusal } from '../../domain/refusal';
import type { Session } from '../../domain/session';
import { SavedLine } from '../../ui/SavedLine';
import { useKeys } from '../../ui/use-keys';
import { hashOf } from '../route';
import { BehaviourAnswers } from './BehaviourAnswers';
import { Felt } from './Felt';
import { hasNoticedStrain } from './has-noticed-strain';
import { ReflectionField } from './ReflectionField';
import { SessionFollowUps } from './SessionFollowUps';
import { TagsLine } from './TagsLine';

interface ReviewProps {
  record: SessionRecord;
  session: Session;
  checklist: Checklist;
  /** What helps to write the reflection. */
  children: ComponentChildren;
}

/** The session gone through in a minute and a half. Everything saves itself; it can be left at any point. */
export function Review({ record, session, checklist, children }: ReviewProps) {
  const [problem, setProblem] = useState(false);
  const [isSettling, setSettling] = useState(false);
  const dispatch = async (command: Command) => {
    setProblem(false);
    const outcome = await record.dispatch(command).catch(() => null);
    if (outcome === null || isRefusal(outcome)) setProblem(true);
  };
  const settle = async (how: 'finish-review' | 'sign-off') => {
    setProblem(false);
    setSettling(true);
    const outcome = await record.settle(how).catch(() => null);
    setSettling(false);
    if (outcome === null || isRefusal(outcome)) setProblem(true);
    else if (how === 'finish-review') location.hash = hashOf('sessions');
  };

  // A key for an answer, pressed before any behaviour was reached, leads to the first and answers nothing.
  const keys = useMemo(() => {
    const begin = () => document.querySelector<HTMLElement>('.choice-group input:checked')?.focus();
    return { d: begin, p: begin, m: begin, n: begin, '?': begin, 'Shift+?': begin };
  }, []);
  useKeys(keys);
  useEffect(() => () => void record.settleWords(), [record]);

  const { review } = session;
  return (
    <section class="wide-stack review no-print" aria-labelledby="review-title">
      <header class="stack">
        <h2 id="review-title">{t('reviewTitle')}</h2>
        <p class="soft">{t('reviewKeys')}</p>
      </header>
      {hasNoticedStrain(session) && <p class="notice">{t('strainNoticed')}</p>}
      <BehaviourAnswers
        checklist={checklist}
        session={session}
        inHand={record.inHand.value}
        onAnswer={(behaviour, answer) => void dispatch({ do: 'answer', behaviour, answer })}
      />
      <Felt felt={review.felt} onFeel={(part, feeling) => void dispatch({ do: 'feel', part, feeling })} />
      <ReflectionField reflection={record.reflection}>{children}</ReflectionField>
      <SavedLine
        label={t('closingLine')}
        hint={t('closingLineHint')}
        words={session.closingLine}
        onWords={words => record.dispatch({ do: 'write-closing-line', words })}
      />
      <SessionFollowUps session={session} onCommand={command => record.dispatch(command)} />
      <TagsLine tags={session.tags} onTags={tags => record.dispatch({ do: 'tag', tags })} />
      <footer class="stack">
        <p class="soft">{t('signOffAbout')}</p>
        <div class="row">
          <button type="button" class="main" disabled={isSettling} onClick={() => void settle('sign-off')}>
            {t('signOff')}
          </button>
          <button type="button" disabled={isSettling} onClick={() => void settle('finish-review')}>
            {t('finishLater')}
          </button>
        </div>
        {problem && (
          <p role="alert" class="notice">
            {t('reviewNotTaken')}
          </p>
        )}
      </footer>
    </section>
  );
}
