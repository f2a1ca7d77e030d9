import { t } from '../browser/i18n';
import type { OpenFollowUp } from '../domain/session-summary';
import { dayWords } from './words';

interface FollowUpLineProps {
  followUp: OpenFollowUp;
  /** The day of the session that owes it. */
  day: string;
  /** Whether that session is the one on this page. */
  isOwn?: boolean;
  onClose: (how: 'kept' | 'let-go') => void;
  onChange?: (() => void) | undefined;
}

/** Something that is still owed, with the ways it can end. */
export function FollowUpLine({ followUp, day, isOwn = false, onClose, onChange }: FollowUpLineProps) {
  const { kind, words, due, minute } = followUp;
  const since = isOwn ? t('repairOpenSince', minute) : t('openRepairOf', dayWords(day));
  const name = kind === 'promise' ? words : since;
  return (
    <div class="row spread">
      <p>
        <bdi>{name}</bdi>
        {due && <span class="soft"> {t('dueOn', dayWords(due))}</span>}
      </p>
      <div class="row no-print">
        <button
          type="button"
          aria-label={kind === 'promise' ? t('keptNamed', name) : t('repairedNamed', name)}
          onClick={() => onClose('kept')}
        >
          {t(kind === 'promise' ? 'kept' : 'repaired')}
        </button>
        <button type="button" aria-label={t('letGoNamed', name)} onClick={() => onClose('let-go')}>
          {t('letGo')}
        </button>
        {onChange && (
          <button type="button" aria-label={t('changeNamed', name)} onClick={onChange}>
            {t('change')}
          </button>
        )}
      </div>
    </div>
  );
}
