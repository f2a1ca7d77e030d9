import { useId, useState } from 'preact/hooks';
import type { SupervisionEntry } from '../../app/supervision-log';
import { t } from '../../browser/i18n';
import { isPeriod } from '../../domain/focus-period';
import { PRIVATE_FIELD } from '../../ui/private-field';
import { DayField } from '../export/PeriodFields';

interface LogEntryFormProps {
  entry: SupervisionEntry;
  isKnown: boolean;
  onSave: (entry: SupervisionEntry) => Promise<void>;
  onCancel: () => void;
}

/** The most minutes one meeting can have: a day. */
const MOST_MINUTES = 24 * 60;

/** One meeting: its day, how long it was, and what was said. */
export function LogEntryForm({ entry, isKnown, onSave, onCancel }: LogEntryFormProps) {
  const id = useId();
  const [draft, setDraft] = useState(entry);
  const [problem, setProblem] = useState<'' | 'logNeedsDay' | 'logNeedsWords'>('');
  const number = (value: string) => Math.max(0, Math.floor(Number(value)) || 0);
  const hours = Math.floor(draft.minutes / 60);
  const rest = draft.minutes % 60;
  const submit = (event: Event) => {
    event.preventDefault();
    const isTold = draft.discussed.trim() !== '' || draft.agreed.trim() !== '';
    if (!isPeriod(draft.day, draft.day) || draft.minutes < 1 || draft.minutes > MOST_MINUTES)
      return setProblem('logNeedsDay');
    if (!isTold) return setProblem('logNeedsWords');
    setProblem('');
    void onSave(draft);
  };
  const words = (field: 'discussed' | 'agreed', label: string) => (
    <div class="field">
      <label for={`${id}-${field}`}>{label}</label>
      <textarea
        {...PRIVATE_FIELD}
        id={`${id}-${field}`}
        dir="auto"
        rows={3}
        value={draft[field]}
        onInput={event => setDraft({ ...draft, [field]: event.currentTarget.value })}
      />
    </div>
  );
  const count = (name: string, label: string, value: number, onValue: (value: number) => void) => (
    <div class="field">
      <label for={`${id}-${name}`}>{label}</label>
      <input
        {...PRIVATE_FIELD}
        id={`${id}-${name}`}
        type="number"
        min="0"
        value={value}
        onInput={event => onValue(number(event.currentTarget.value))}
      />
    </div>
  );
  return (
    <form class="card stack no-print" onSubmit={submit} aria-label={t('supervisionLog')}>
      <h3>{t(isKnown ? 'logEntryChange' : 'logEntryNew')}</h3>
      <div class="row">
        <DayField label={t('logDay')} day={draft.day} onDay={day => setDraft({ ...draft, day })} />
        {count('hours', t('logHours'), hours, value => setDraft({ ...draft, minutes: value * 60 + rest }))}
        {count('minutes', t('logMinutes'), rest, value =>
          setDraft({ ...draft, minutes: hours * 60 + value }),
        )}
      </div>
      {words('discussed', t('logDiscussed'))}
      {words('agreed', t('logAgreed'))}
      {problem && (
        <p role="alert" class="notice">
          {t(problem)}
        </p>
      )}
      <div class="row">
        <button type="submit" class="main">
          {t('logSave')}
        </button>
        {isKnown && (
          <button type="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
