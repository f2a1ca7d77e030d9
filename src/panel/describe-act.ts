import { t } from '../browser/i18n';
import type { Checklist } from '../domain/checklist';
import type { Session } from '../domain/session';
import type { SessionEvent } from '../domain/session-event';
import { getBehaviour } from '../library/checklists';
import { MOMENT_WORDS, PHASE_WORDS } from '../ui/words';

/**
 * Says an act back in a few words, for the line that confirms it.
 * @param before the session before the act, which knows what an undo takes back.
 */
export function describeAct(event: SessionEvent, before: Session | null, checklist: Checklist): string {
  const label = (id: string) => getBehaviour(checklist, id)?.label ?? id;
  switch (event.type) {
    case 'ticked':
      return t('saidTicked', label(event.behaviour));
    case 'unticked':
      return t('saidUnticked', label(event.behaviour));
    case 'missed':
      return t('saidMissed', label(event.behaviour));
    case 'unmissed':
      return t('saidUnmissed', label(event.behaviour));
    case 'moment-marked':
      return t('saidMoment', t(MOMENT_WORDS[event.kind]), event.minute);
    case 'moment-worded':
      return t(event.words === '' ? 'saidWordless' : 'saidWorded');
    case 'phase-chosen':
      return t('saidPhase', t(PHASE_WORDS[event.phase]));
    case 'paused':
      return t('saidPaused', event.minute);
    case 'resumed':
      return t('saidResumed');
    case 'promised':
      return t('saidPromised');
    case 'follow-up-closed':
      return t(event.how === 'kept' ? 'saidClosedKept' : 'saidClosedLetGo');
    case 'undone': {
      const undone = before?.acts.find(({ seq }) => seq === event.of)?.act;
      return undone ? t('saidUndone', describeAct(undone, before, checklist)) : t('saidUndoneSomething');
    }
    default:
      return '';
  }
}
