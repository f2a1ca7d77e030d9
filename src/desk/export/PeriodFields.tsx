import { useId } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { PRIVATE_FIELD } from '../../ui/private-field';

interface PeriodFieldsProps {
  from: string;
  to: string;
  onPeriod: (period: { from: string; to: string }) => void;
}

/** The first and the last day of a period; both belong to it. */
export function PeriodFields({ from, to, onPeriod }: PeriodFieldsProps) {
  return (
    <div class="row">
      <DayField label={t('exportFrom')} day={from} onDay={day => onPeriod({ from: day, to })} />
      <DayField label={t('exportTo')} day={to} onDay={day => onPeriod({ from, to: day })} />
    </div>
  );
}

interface DayFieldProps {
  label: string;
  day: string;
  onDay: (day: string) => void;
  autoFocus?: boolean;
}

/** One day. */
export function DayField({ label, day, onDay, autoFocus = false }: DayFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...PRIVATE_FIELD}
        id={id}
        type="date"
        value={day}
        // biome-ignore lint/a11y/noAutofocus: only where a press asked for this field.
        autoFocus={autoFocus}
        onInput={event => onDay(event.currentTarget.value)}
      />
    </div>
  );
}
