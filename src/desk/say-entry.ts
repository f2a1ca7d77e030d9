import { t } from '../browser/i18n';
import type { Checklist } from '../domain/checklist';
import type { TimelineEntry } from '../domain/timeline';
import { getBehaviour } from '../library/checklists';
import { MOMENT_WORDS, PHASE_WORDS } from '../ui/words';

/** One entry of a timeline in words, its minute aside. */
export function sayEntry(entry: TimelineEntry, checklist: Checklist): string {
  switch (entry.is) {
    case 'phase':
      return t('entryPhase', t(PHASE_WORDS[entry.phase]));
    case 'ticked':
      return getBehaviour(checklist, entry.behaviour)?.label ?? entry.behaviour;
    case 'missed':
      return t('entryMissed', getBehaviour(checklist, entry.behaviour)?.label ?? entry.behaviour);
    case 'moment':
      return t(MOMENT_WORDS[entry.moment.kind]);
    case 'promise':
      return t('entryPromise', entry.followUp.words);
    case 'paused':
      return t('entryPaused');
    case 'resumed':
      return t('entryResumed');
    case 'note':
      return t('entryNote');
    case 'ended':
      return t('entryEnded');
  }
}
