import { useEffect, useState } from 'preact/hooks';
import { type BackupStanding, followBackupStanding } from '../../app/automatic-backup';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { AutomaticBackups } from './AutomaticBackups';
import { BackupSettings } from './BackupSettings';
import { RestoreSettings } from './RestoreSettings';

/** Everything about backups. While one is being restored none is made by hand: one secret is asked for at a time. */
export function BackupSections({ vault, world }: { vault: OpenVault; world: World }) {
  const [standing, setStanding] = useState<BackupStanding | null>(null);
  const [isLost, setLost] = useState(false);
  const [isRestoring, setRestoring] = useState(false);
  useEffect(
    () =>
      followBackupStanding(vault, (now, isDamaged) => {
        setStanding(now);
        setLost(isDamaged);
      }),
    [vault],
  );

  return (
    <>
      {!isRestoring && <BackupSettings vault={vault} world={world} />}
      {standing && <AutomaticBackups vault={vault} world={world} standing={standing} isLost={isLost} />}
      <RestoreSettings vault={vault} world={world} onChosen={setRestoring} />
    </>
  );
}
