import { useId, useState } from 'preact/hooks';
import { addPastSession } from '../../app/past-session';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { isPeriod } from '../../domain/focus-period';
import { CHECKLISTS } from '../../library/checklists';
import { DayField } from '../export/PeriodFields';

/** Minutes. */
const LENGTHS = [20, 25, 30, 40, 45, 50, 55, 60, 75, 80, 90, 120];
const USUAL_LENGTH = 50;
/** Nobody audits a session from before this day. */
const EARLIEST = '1950-01-01';

interface PastSessionFormProps {
  vault: OpenVault;
  world: World;
  onAdded: (id: string) => void;
}

/** Adds a session that was held without Sidelight, to be audited from memory or from a recording kept elsewhere. */
export function PastSessionForm({ vault, world, onAdded }: PastSessionFormProps) {
  const today = world.today();
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState(today);
  const [planned, setPlanned] = useState(USUAL_LENGTH);
  const [problem, setProblem] = useState<'' | 'pastDayNeeded' | 'settingNotSaved'>('');
  const id = useId();
  if (!isOpen) {
    return (
      <div class="no-print">
        <button type="button" onClick={() => setOpen(true)}>
          {t('addPastSession')}
        </button>
      </div>
    );
  }
  const submit = async (event: Event) => {
    event.preventDefault();
    setProblem('');
    if (!isPeriod(EARLIEST, day) || !isPeriod(day, today)) return setProblem('pastDayNeeded');
    const { id: checklist, version } = CHECKLISTS[0];
    try {
      onAdded(await addPastSession(vault, world, { day, planned, checklist: { id: checklist, version } }));
    } catch {
      setProblem('settingNotSaved');
    }
  };
  return (
    <form class="card stack no-print" onSubmit={submit} aria-label={t('addPastSession')}>
      <h2>{t('addPastSession')}</h2>
      <p>{t('pastSessionAbout')}</p>
      <div class="row past-session">
        <DayField label={t('pastDay')} day={day} onDay={setDay} autoFocus />
        <div class="field">
          <label for={id}>{t('plannedLength')}</label>
          <select id={id} value={planned} onChange={event => setPlanned(Number(event.currentTarget.value))}>
            {LENGTHS.map(length => (
              <option key={length} value={length} selected={length === planned}>
                {t('minutes', length)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {problem && (
        <p role="alert" class="notice">
          {t(problem)}
        </p>
      )}
      <div class="row">
        <button type="submit" class="main">
          {t('addAndAudit')}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
