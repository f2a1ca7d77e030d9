import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SessionRecord } from '../../app/session-record';
import { t } from '../../browser/i18n';
import { type Behaviour, type Checklist, keyedCore } from '../../domain/checklist';
import type { Command } from '../../domain/decide';
import { isRefusal } from '../../domain/refusal';
import type { Rated } from '../../domain/self-audit';
import type { Session } from '../../domain/session';
import { SavedLine } from '../../ui/SavedLine';
import { useKeys } from '../../ui/use-keys';
import { dayWords } from '../../ui/words';
import { hashOf } from '../route';
import { BehaviourRating } from './BehaviourRating';

interface AuditFormProps {
  record: SessionRecord;
  session: Session;
  checklist: Checklist;
}

/** The session rated behaviour by behaviour: the core in front, all of them when wanted. Everything saves itself. */
export function AuditForm({ record, session, checklist }: AuditFormProps) {
  const [problem, setProblem] = useState<'' | 'reviewNotTaken' | 'auditEmpty'>('');
  const { audit } = session;
  const inHand = record.inHand.value;
  const core = useMemo(() => keyedCore(checklist).map(({ behaviour }) => behaviour), [checklist]);
  const others = useMemo(() => checklist.behaviours.filter(one => !core.includes(one)), [checklist]);
  const [beginsWithAll] = useState(() => others.some(({ id }) => audit.ratings.has(id)));

  const dispatch = async (command: Command) => {
    setProblem('');
    const outcome = await record.dispatch(command).catch(() => null);
    if (outcome === null || isRefusal(outcome)) setProblem('reviewNotTaken');
    return outcome ?? { refused: 'failed' };
  };
  const finish = () => {
    // As it stands by now: a rating may be on its way to the disk, and is there before the end is.
    const { session: told } = record.reading.value;
    const isRated = (told?.audit.ratings.size ?? 0) > 0;
    const isBeingRated = record.inHand.value.some(({ act }) => act.do === 'rate' && act.rating !== null);
    if (isRated || isBeingRated) void dispatch({ do: 'finish-audit' });
    else setProblem('auditEmpty');
  };

  // A key for a rating, pressed before any behaviour was reached, leads to the first and rates nothing.
  const keys = useMemo(() => {
    const begin = () => document.querySelector<HTMLElement>('.choice-group input')?.focus();
    return { 0: begin, 1: begin, 2: begin, 3: begin, n: begin };
  }, []);
  useKeys(keys);
  useEffect(() => () => void record.settleWords(), [record]);

  const finished = useRef<HTMLParagraphElement>(null);
  // The button that finished it is gone.
  useLayoutEffect(() => {
    if (audit.audited !== null && document.activeElement === document.body) finished.current?.focus();
  }, [audit.audited]);

  const rate = (behaviour: Behaviour) => (
    <BehaviourRating
      key={behaviour.id}
      behaviour={behaviour}
      session={session}
      rated={ratedInHand(behaviour.id, inHand) ?? audit.ratings.get(behaviour.id) ?? null}
      onRate={(rating, evidence) => dispatch({ do: 'rate', behaviour: behaviour.id, rating, evidence })}
    />
  );
  const line = (which: 'keep' | 'try', label: string, hint: string) => (
    <SavedLine
      label={label}
      hint={hint}
      words={audit[which]}
      onWords={words => record.dispatch({ do: 'write-audit-line', which, words })}
    />
  );
  return (
    <section class="wide-stack" aria-labelledby="audit-title">
      <header class="stack">
        <p>{t('auditAbout')}</p>
        <p class="soft">{t('auditKeys')}</p>
      </header>
      <div class="stack ratings">{core.map(rate)}</div>
      <details open={beginsWithAll}>
        <summary>{t('allBehaviours', checklist.behaviours.length)}</summary>
        <div class="stack ratings">{others.map(rate)}</div>
      </details>
      {line('keep', t('oneToKeep'), t('oneToKeepHint'))}
      {line('try', t('oneToTry'), t('oneToTryHint'))}
      <footer class="stack">
        {audit.audited === null ? (
          <div class="row">
            <button type="button" class="main" onClick={finish}>
              {t('finishAudit')}
            </button>
            <p class="soft">{t('auditLater')}</p>
          </div>
        ) : (
          <p role="status" class="notice" tabIndex={-1} ref={finished}>
            {t('auditFinishedOn', dayWords(audit.audited))} <a href={hashOf('trends')}>{t('navTrends')}</a>
          </p>
        )}
        {problem && (
          <p role="alert" class="notice">
            {t(problem)}
          </p>
        )}
      </footer>
    </section>
  );
}

/** The rating that waits for the disk, if one does; one that is to be taken back is not told apart from none. */
function ratedInHand(behaviour: string, inHand: SessionRecord['inHand']['value']): Rated | undefined {
  const last = inHand.map(({ act }) => act).findLast(act => act.do === 'rate' && act.behaviour === behaviour);
  if (last?.do !== 'rate' || last.rating === null) return undefined;
  return { rating: last.rating, evidence: last.evidence };
}
