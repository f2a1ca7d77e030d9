import { useEffect, useState } from 'preact/hooks';
import { isDayOneCardDue, putAwayDayOneCard } from '../app/day-one';
import type { OpenVault } from '../app/vault-access';
import { t } from '../browser/i18n';
import { Limits } from './Limits';
import { hashOf } from './route';

/** What a therapist should know before the first note. Shown until it is put away; the same words stay in Help. */
export function DayOneCard({ vault }: { vault: OpenVault }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    void isDayOneCardDue(vault).then(setDue);
  }, [vault]);

  if (!isDue) return null;
  const putAway = (event: MouseEvent) => {
    // The button goes with the card.
    (event.currentTarget as HTMLElement).closest('main')?.focus({ preventScroll: true });
    setDue(false);
    // When it cannot be kept, the card comes once more; nothing is lost by that.
    void putAwayDayOneCard(vault).catch(() => {});
  };
  return (
    <section class="card stack" aria-labelledby="day-one-title">
      <h2 id="day-one-title">{t('dayOneTitle')}</h2>
      <Limits />
      <p class="soft">
        {t('dayOneStays')} <a href={hashOf('help')}>{t('navHelp')}</a>
      </p>
      <div>
        <button type="button" class="main" onClick={putAway}>
          {t('understood')}
        </button>
      </div>
    </section>
  );
}
