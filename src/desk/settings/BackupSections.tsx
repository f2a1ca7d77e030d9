import { useState } from 'preact/hooks';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { useBackupStanding } from '../use-backup-standing';
import { AutomaticBackups } from './AutomaticBackups';
import { BackupSettings } from './BackupSettings';
import { RestoreSettings } from './RestoreSettings';

/** Everything about backups. While one is being restored none is made by hand: one secret is asked for at a time. */
export function BackupSections({ vault, world }: { vault: OpenVault; world: World }) {
  const { standing, isLost } = useBackupStanding(vault);
  const [isRestoring, setRestoring] = useState(false);

  return (
    <>
      {!isRestoring && <BackupSettings vault={vault} world={world} />}
      {standing && <AutomaticBackups vault={vault} world={world} standing={standing} isLost={isLost} />}
      <RestoreSettings vault={vault} world={world} onChosen={setRestoring} />
    </>
  );
}
