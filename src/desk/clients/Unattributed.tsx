import type { ClientsReading } from '../../app/clients';
import { t } from '../../browser/i18n';

/** Says which records could not be laid to any client, since an erasure leaves them where they are. */
export function Unattributed({
  damagedSessions,
  damagedRecords,
}: Pick<ClientsReading, 'damagedSessions' | 'damagedRecords'>) {
  return (
    <>
      {damagedSessions > 0 && <p class="notice">{t('sessionsOfNobody', damagedSessions)}</p>}
      {damagedRecords > 0 && <p class="notice">{t('clientRowsDamaged', damagedRecords)}</p>}
    </>
  );
}
