import { useEffect, useState } from 'preact/hooks';
import { readActivity } from '../../app/activity';
import type { OpenVault } from '../../app/vault-access';
import { type MessageKey, t } from '../../browser/i18n';
import type { ActivityDay, ActivityKind } from '../../domain/activity';
import { dayWords } from '../../ui/words';

const WORDS: Record<ActivityKind, MessageKey> = {
  unlocked: 'activityUnlocked',
  recovered: 'activityRecovered',
  exported: 'activityExported',
  'backed-up': 'activityBackedUp',
  restored: 'activityRestored',
  erased: 'activityErased',
};

/** Days shown at first. */
const SHOWN = 14;

/** What was done with the vault, day by day. */
export function ActivitySection({ vault }: { vault: OpenVault }) {
  const [days, setDays] = useState<readonly ActivityDay[]>([]);
  const [isAll, setAll] = useState(false);
  useEffect(() => {
    void readActivity(vault).then(setDays);
  }, [vault]);

  return (
    <section class="card stack" aria-labelledby="activity-title">
      <h2 id="activity-title">{t('activityTitle')}</h2>
      <p>{t('activityAbout')}</p>
      {days.length === 0 ? (
        <p class="soft">{t('noActivity')}</p>
      ) : (
        <dl class="facts">
          {days.slice(0, isAll ? days.length : SHOWN).map(({ day, done }) => (
            <div key={day}>
              <dt>{dayWords(day)}</dt>
              <dd>
                {done
                  .map(({ kind, times }) =>
                    times === 1 ? t(WORDS[kind]) : t('timesDone', t(WORDS[kind]), times),
                  )
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!isAll && days.length > SHOWN && (
        <div>
          <button type="button" onClick={() => setAll(true)}>
            {t('allActivity')}
          </button>
        </div>
      )}
    </section>
  );
}
