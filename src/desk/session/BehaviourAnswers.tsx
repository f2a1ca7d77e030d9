import { useMemo } from 'preact/hooks';
import type { SessionRecord } from '../../app/session-record';
import { t } from '../../browser/i18n';
import { type Behaviour, type Checklist, keyedCore } from '../../domain/checklist';
import { answerOf } from '../../domain/review';
import type { Session } from '../../domain/session';
import { ANSWERS, type Answer } from '../../domain/session-event';
import { ANSWER_KEYS, ANSWER_WORDS } from './answer-words';
import { ChoiceGroup } from './ChoiceGroup';

type InHand = SessionRecord['inHand']['value'];

interface BehaviourAnswersProps {
  checklist: Checklist;
  session: Session;
  inHand: InHand;
  onAnswer: (behaviour: string, answer: Answer) => void;
}

/** How each behaviour went: the core and what was marked in the session in front, the others folded. */
export function BehaviourAnswers({ checklist, session, inHand, onAnswer }: BehaviourAnswersProps) {
  const [front, others] = useMemo(() => {
    const core = keyedCore(checklist).map(({ behaviour }) => behaviour);
    const rest = checklist.behaviours.filter(behaviour => !core.includes(behaviour));
    const isMarked = ({ id }: Behaviour) => session.marks.has(id);
    return [[...core, ...rest.filter(isMarked)], rest.filter(behaviour => !isMarked(behaviour))];
  }, [checklist, session.marks]);
  const ask = (behaviour: Behaviour) => (
    <ChoiceGroup
      key={behaviour.id}
      label={behaviour.label}
      hint={hintOf(behaviour.id, session, inHand)}
      options={ANSWERS.map(answer => [answer, t(ANSWER_WORDS[answer])])}
      value={answerInHand(behaviour.id, inHand) ?? answerOf(session, behaviour.id)}
      keys={ANSWER_KEYS}
      onChoose={answer => onAnswer(behaviour.id, answer)}
    />
  );
  return (
    <div class="stack answers">
      {front.map(ask)}
      {others.length > 0 && (
        <details>
          <summary>{t('allBehaviours', checklist.behaviours.length)}</summary>
          <div class="stack answers">{others.map(ask)}</div>
        </details>
      )}
    </div>
  );
}

/** What was marked live; and whether an answer still waits for the disk. */
function hintOf(behaviour: string, { marks }: Session, inHand: InHand): string | undefined {
  const waits = inHand.some(
    ({ act, refused }) => refused && act.do === 'answer' && act.behaviour === behaviour,
  );
  if (waits) return t('notSaved');
  const mark = marks.get(behaviour);
  return mark && t(mark.is === 'ticked' ? 'tickedAt' : 'markedMissedAt', mark.minute);
}

function answerInHand(behaviour: string, inHand: InHand): Answer | undefined {
  const acts = inHand.map(({ act }) => act);
  const last = acts.findLast(act => act.do === 'answer' && act.behaviour === behaviour);
  return last?.do === 'answer' ? last.answer : undefined;
}
