import { useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { isPeriod } from '../../domain/focus-period';
import { PeriodFields } from '../export/PeriodFields';

interface PeriodFormProps {
  period: { readonly from: string; readonly to: string };
  onPeriod: (from: string, to: string) => void;
}

/** From which day to which the focus is worked on. */
export function PeriodForm({ period, onPeriod }: PeriodFormProps) {
  const [{ from, to }, setDays] = useState({ from: period.from, to: period.to });
  const [isWrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    setWrong(!isPeriod(from, to));
    if (isPeriod(from, to)) onPeriod(from, to);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <PeriodFields from={from} to={to} onPeriod={setDays} />
      {isWrong && (
        <p role="alert" class="notice">
          {t('exportDaysNeeded')}
        </p>
      )}
      <div>
        <button type="submit">{t('keepPeriod')}</button>
      </div>
    </form>
  );
}
