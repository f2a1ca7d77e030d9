import type { LastTime, Owed } from '../app/follow-ups';
import { t } from '../browser/i18n';
import type { Behaviour } from '../domain/checklist';
import type { FocusPeriod } from '../domain/focus-period';
import { dayWords } from '../ui/words';
import { OwedList } from './OwedList';

interface LastTimeRegionProps {
  lastTime: LastTime;
  focus: readonly Behaviour[];
  /** By behaviour. */
  plans: FocusPeriod['plans'];
  hasCode: boolean;
  onClose: (owed: Owed, how: 'kept' | 'let-go') => void;
}

/** What the last session with this client left for this one, and what the therapist works on. */
export function LastTimeRegion({ lastTime, focus, plans, hasCode, onClose }: LastTimeRegionProps) {
  const { day, closingLine, owed } = lastTime;
  return (
    <section class="stack last-time" aria-labelledby="last-time-title">
      <h2 id="last-time-title">{t('fromLastTime')}</h2>
      {day ? (
        <p class="soft">{t('lastTimeWas', dayWords(day))}</p>
      ) : (
        <p class="soft">{t(hasCode ? 'lastTimeNone' : 'lastTimeNeedsCode')}</p>
      )}
      {closingLine && (
        <p>
          <q>{closingLine}</q>
        </p>
      )}
      {owed.length > 0 && <OwedList owed={owed} onClose={onClose} />}
      {focus.length > 0 && (
        <>
          <p>
            <span class="soft">{t('focusNow')}</span> {focus.map(({ label }) => label).join('; ')}
          </p>
          {focus.map(({ id }) => {
            const { when = '', will = '' } = plans[id] ?? {};
            return when && will ? (
              <p key={id} dir="auto">
                {t('planTold', when, will)}
              </p>
            ) : null;
          })}
        </>
      )}
    </section>
  );
}
