import type { Progress } from '../../app/backup';
import { t } from '../../browser/i18n';

interface WorkProgressProps {
  label: string;
  progress: Progress | null;
  onCancel: () => void;
}

/** How far long work has come. It cannot be cancelled while it writes. */
export function WorkProgress({ label, progress, onCancel }: WorkProgressProps) {
  const { stage, done, of } = progress ?? { stage: 'reading', done: 0, of: 0 };
  return (
    <div class="stack">
      {/* Without a value the bar shows that something is going on, which is all that is known at first. */}
      {of > 0 ? <progress aria-label={label} max={of} value={done} /> : <progress aria-label={label} />}
      <div class="row">
        <span class="soft">{t(stage === 'writing' ? 'workWriting' : 'workPercent', percent(done, of))}</span>
        {stage !== 'writing' && (
          <button type="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
    </div>
  );
}

function percent(done: number, of: number): number {
  return of === 0 ? 0 : Math.floor((100 * done) / of);
}
