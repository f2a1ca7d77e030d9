import { t } from '../../browser/i18n';
import type { FocusPlan } from '../../domain/focus-period';
import { SavedLine } from '../../ui/SavedLine';

interface PlanFieldsProps {
  label: string;
  plan: FocusPlan | undefined;
  /** Resolves once it is on the disk. */
  onWords: (half: keyof FocusPlan, words: string) => Promise<unknown>;
}

/** A small plan for one behaviour: when it is time for it, and what will be done. */
export function PlanFields({ label, plan = { when: '', will: '' }, onWords }: PlanFieldsProps) {
  return (
    <div class="plan" role="group" aria-label={t('planFor', label)}>
      <SavedLine
        label={t('planWhen')}
        hint={t('planWhenHint')}
        words={plan.when}
        onWords={words => onWords('when', words)}
      />
      <SavedLine
        label={t('planWill')}
        hint={t('planWillHint')}
        words={plan.will}
        onWords={words => onWords('will', words)}
      />
    </div>
  );
}
