import { useEffect, useState } from 'preact/hooks';
import { backUpIfOwed, chooseAutomatic } from '../app/automatic-backup';
import type { OpenVault } from '../app/vault-access';
import type { World } from '../app/world';
import { canChooseFolder } from '../browser/backup-folder';
import { backupPlaces } from '../browser/backup-places';
import { t } from '../browser/i18n';
import { standingWords, TROUBLES } from './backup-standing-words';
import { hashOf } from './route';
import { tryAgain, turnOn } from './turn-on-backups';
import { useBackupStanding } from './use-backup-standing';

/** Milliseconds after the desk has come up, for the sessions are read first. */
const AFTER = 1_500;

/**
 * How backups stand, always in sight above the sessions: offered once, then a quiet line, and words when one failed. Makes
 * the backup that the panel could not finish.
 */
export function BackupStandingNotice({ vault, world }: { vault: OpenVault; world: World }) {
  const { standing, isLost } = useBackupStanding(vault);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const begun = setTimeout(() => void backUpIfOwed(vault, world, backupPlaces), AFTER);
    return () => clearTimeout(begun);
  }, [vault]);

  if (!standing) return null;
  const settings = <a href={hashOf('settings')}>{t('navSettings')}</a>;
  if (standing.automatic === 'undecided') {
    return (
      <section class="card stack" aria-labelledby="offer-backups-title">
        <h2 id="offer-backups-title">{t('automaticTitle')}</h2>
        {isLost && (
          <p role="alert" class="notice">
            {t('backupsLostTrack')}
          </p>
        )}
        <p>{t('automaticAbout')}</p>
        <p class="soft">{t(canChooseFolder() ? 'automaticFolderAbout' : 'automaticDownloadsAbout')}</p>
        {hasFailed && (
          <p role="alert" class="notice">
            {t('automaticNotTurnedOn')}
          </p>
        )}
        <div class="row">
          <button
            type="button"
            class="main"
            onClick={() => {
              setFailed(false);
              turnOn(vault, world).catch(() => setFailed(true));
            }}
          >
            {t(canChooseFolder() ? 'chooseFolder' : 'turnOnBackups')}
          </button>
          <button
            type="button"
            onClick={() => void chooseAutomatic(vault, { to: 'off' }).catch(() => setFailed(true))}
          >
            {t('notNow')}
          </button>
        </div>
        <p class="soft">
          {t('comingFromElsewhere')} {settings}
        </p>
      </section>
    );
  }
  if (standing.failed) {
    return (
      <section class="notice stack" aria-label={t('automaticTitle')}>
        <p>{t(TROUBLES[standing.failed.because])}</p>
        <p class="soft">{standingWords(standing)[0]}</p>
        <div class="row">
          <button type="button" onClick={() => void tryAgain(vault, world, standing).catch(() => {})}>
            {t(standing.failed.because === 'ask-again' ? 'allowAgain' : 'tryAgain')}
          </button>
          {settings}
        </div>
      </section>
    );
  }
  return (
    <p class="soft">
      {standingWords(standing).join(' ')} {settings}
    </p>
  );
}
