import { useState } from 'preact/hooks';
import type { BackupStanding } from '../../app/automatic-backup';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { canChooseFolder } from '../../browser/backup-folder';
import { t } from '../../browser/i18n';
import { standingWords, TROUBLES } from '../backup-standing-words';
import { tryAgain, turnOff, turnOn } from '../turn-on-backups';

interface AutomaticBackupsProps {
  vault: OpenVault;
  world: World;
  standing: BackupStanding;
  /** Whether what was known of them cannot be read. */
  isLost: boolean;
}

/** Whether and where a backup is made after each session, and how the newest one stands. */
export function AutomaticBackups({ vault, world, standing, isLost }: AutomaticBackupsProps) {
  const [hasFailed, setFailed] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const isOn = standing.automatic === 'folder' || standing.automatic === 'downloads';

  const act = (work: Promise<unknown>) => {
    setFailed(false);
    setWorking(true);
    work.catch(() => setFailed(true)).finally(() => setWorking(false));
  };

  return (
    <section class="card stack" aria-labelledby="automatic-backups-title">
      <h2 id="automatic-backups-title">{t('automaticTitle')}</h2>
      <p>{t('automaticAbout')}</p>
      <p class="soft">{t(canChooseFolder() ? 'automaticFolderAbout' : 'automaticDownloadsAbout')}</p>
      <div role="status" class="stack">
        {isWorking && <p>{t('automaticWorking')}</p>}
        {standingWords(standing).map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {isLost && (
        <p role="alert" class="notice">
          {t('backupsLostTrack')}
        </p>
      )}
      {standing.failed && (
        <p role="alert" class="notice">
          {t(TROUBLES[standing.failed.because])}
        </p>
      )}
      {hasFailed && (
        <p role="alert" class="notice">
          {t('automaticNotTurnedOn')}
        </p>
      )}
      <div class="row">
        {isOn && standing.failed && (
          <button
            type="button"
            class="main"
            disabled={isWorking}
            onClick={() => act(tryAgain(vault, world, standing))}
          >
            {t(standing.failed.because === 'ask-again' ? 'allowAgain' : 'tryAgain')}
          </button>
        )}
        {(!isOn || standing.automatic === 'folder') && (
          <button type="button" disabled={isWorking} onClick={() => act(turnOn(vault, world))}>
            {t(canChooseFolder() ? (isOn ? 'chooseOtherFolder' : 'chooseFolder') : 'turnOnBackups')}
          </button>
        )}
        {isOn && (
          <button type="button" disabled={isWorking} onClick={() => act(turnOff(vault))}>
            {t('turnOffBackups')}
          </button>
        )}
      </div>
    </section>
  );
}
