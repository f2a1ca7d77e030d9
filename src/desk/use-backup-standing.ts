import { useEffect, useState } from 'preact/hooks';
import { type BackupStanding, followBackupStanding } from '../app/automatic-backup';
import type { OpenVault } from '../app/vault-access';

/** How backups stand, null until known, and whether the record of it cannot be read. */
export function useBackupStanding(vault: OpenVault): { standing: BackupStanding | null; isLost: boolean } {
  const [standing, setStanding] = useState<BackupStanding | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(
    () =>
      followBackupStanding(vault, (now, isDamaged) => {
        setStanding(now);
        setLost(isDamaged);
      }),
    [vault],
  );
  return { standing, isLost };
}
