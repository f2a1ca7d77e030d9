import type { BackupStanding, BackupTrouble } from '../app/automatic-backup';
import { type MessageKey, t } from '../browser/i18n';
import { dayWords } from '../ui/words';

/** What went wrong with the last automatic backup, and what helps. */
export const TROUBLES: Record<BackupTrouble, MessageKey> = {
  'ask-again': 'troubleAskAgain',
  'place-gone': 'troublePlaceGone',
  'no-room': 'troubleNoRoom',
  'not-whole': 'troubleNotWhole',
  'no-recovery-key': 'refusedNoRecoveryKey',
  failed: 'troubleFailed',
};

/** How backups stand, in a line or two. A day counts as verified only when the file was read back and opened. */
export function standingWords({ automatic, saved, verified, leftOut }: BackupStanding): readonly string[] {
  const lines = [
    verified ? t('backupVerifiedDay', dayWords(verified)) : t('backupNeverVerified'),
    ...(saved && saved !== verified ? [t('backupSavedDay', dayWords(saved))] : []),
  ];
  if (leftOut > 0) lines.push(t('backupLeftOut', leftOut));
  if (automatic === 'downloads') lines.push(t('backupNotReadBack'));
  return lines;
}
