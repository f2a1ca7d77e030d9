import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { dayWords } from '../../ui/words';
import { useBackupStanding } from '../use-backup-standing';

/** When the vault was last backed up, and when a backup was last known to be whole. */
export function BackupsSection({ vault }: { vault: OpenVault }) {
  const { standing } = useBackupStanding(vault);

  if (!standing) return null;
  const { saved, verified } = standing;
  return (
    <section class="card stack" aria-labelledby="backups-title">
      <h2 id="backups-title">{t('backupsTitle')}</h2>
      <p>{saved ? t('backupSavedOn', dayWords(saved)) : t('noBackupSaved')}</p>
      <p>{verified ? t('backupVerifiedOn', dayWords(verified)) : t('backupNeverVerified')}</p>
    </section>
  );
}
