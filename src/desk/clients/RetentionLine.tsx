import { useEffect, useState } from 'preact/hooks';
import { readDueClients } from '../../app/clients';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { hashOf } from '../route';

/** A quiet line when the retention day of some client has come. */
export function RetentionLine({ vault, world }: { vault: OpenVault; world: World }) {
  const [due, setDue] = useState(0);
  useEffect(() => {
    void readDueClients(vault, world.today()).then(clients => setDue(clients.length));
  }, [vault]);

  if (due === 0) return null;
  return (
    <p class="notice">
      {due === 1 ? t('oneRetentionDue') : t('retentionDue', due)}{' '}
      <a href={hashOf('clients')}>{t('lookAtClients')}</a>
    </p>
  );
}
