import { useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import type { FollowUpCommand } from '../../domain/decide-follow-up';
import type { Closed, FollowUp } from '../../domain/follow-up';
import { isRefusal } from '../../domain/refusal';
import type { Session } from '../../domain/session';
import { FollowUpLine } from '../../ui/FollowUpLine';
import { PromiseForm } from '../../ui/PromiseForm';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { dayWords } from '../../ui/words';

interface SessionFollowUpsProps {
  session: Session;
  onCommand: (command: FollowUpCommand) => Promise<object>;
}

/** What this session owes to the next, and what became of it. */
export function SessionFollowUps({ session, onCommand }: SessionFollowUpsProps) {
  const [changing, setChanging] = useState<number | null>(null);
  const [problem, setProblem] = useState(false);
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLHeadingElement>();
  const isSignedOff = session.review.signedOff !== null;
  const tell = async (command: FollowUpCommand) => {
    setProblem(false);
    const outcome = await onCommand(command).catch(() => null);
    if (outcome === null || isRefusal(outcome)) setProblem(true);
    else setChanging(null);
  };
  return (
    <section
      class="stack"
      aria-labelledby="follow-ups-title"
      ref={region}
      hidden={session.followUps.length === 0}
    >
      <h3 id="follow-ups-title" ref={fallback} tabIndex={-1}>
        {t('followUps')}
      </h3>
      <ul class="plain stack" aria-label={t('followUps')}>
        {session.followUps.map(one => (
          <li key={one.seq} class="card stack">
            {changing === one.seq ? (
              <PromiseForm
                promise={one}
                onSave={(words, due) => tell({ do: 'change-promise', of: one.seq, words, due })}
                onCancel={() => setChanging(null)}
              />
            ) : one.closed ? (
              <ClosedLine
                followUp={one}
                closed={one.closed}
                day={session.day}
                onReopen={() => void tell({ do: 'reopen-follow-up', of: one.seq })}
              />
            ) : (
              <FollowUpLine
                followUp={one}
                day={session.day}
                onClose={how => void tell({ do: 'close-follow-up', of: one.seq, how })}
                onChange={one.kind === 'promise' && !isSignedOff ? () => setChanging(one.seq) : undefined}
              />
            )}
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" class="notice">
          {t('reviewNotTaken')}
        </p>
      )}
    </section>
  );
}

interface ClosedLineProps {
  followUp: FollowUp;
  closed: Closed;
  day: string;
  onReopen: () => void;
}

function ClosedLine({ followUp, closed, day, onReopen }: ClosedLineProps) {
  const kept = t(followUp.kind === 'promise' ? 'kept' : 'repaired');
  const how = { kept, 'let-go': t('letGo'), repaired: t('repaired') }[closed.how];
  const name = followUp.kind === 'promise' ? followUp.words : t('openRepairOf', dayWords(day));
  return (
    <div class="row spread">
      <p>
        <bdi>{followUp.kind === 'promise' ? followUp.words : t('repairOfStrain', followUp.minute)}</bdi>
        <span class="soft"> · {closed.day === null ? how : t('closedOn', how, dayWords(closed.day))}</span>
      </p>
      {closed.how !== 'repaired' && (
        <button type="button" class="no-print" aria-label={t('openAgainNamed', name)} onClick={onReopen}>
          {t('openAgain')}
        </button>
      )}
    </div>
  );
}
