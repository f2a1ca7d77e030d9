import { useState } from 'preact/hooks';
import { noteSaved } from '../../app/automatic-backup';
import { type LockWith, makeBackup, type Unread } from '../../app/backup';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { saveFile } from '../../browser/save-file';
import { NOT_TYPED, OwnPassphrase, problemWith } from '../OwnPassphrase';
import { countUnread, countWords, refusalWords, unreadWords } from './backup-words';
import { useWork } from './use-work';
import { WorkProgress } from './WorkProgress';

interface BackupSettingsProps {
  vault: OpenVault;
  world: World;
}

/** Saves one locked file with everything, by an ordinary download. */
export function BackupSettings({ vault, world }: BackupSettingsProps) {
  const [by, setBy] = useState<LockWith['by']>('passphrase');
  const [typed, setTyped] = useState(NOT_TYPED);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<{ sessions: number; unread: readonly Unread[] } | null>(null);
  const { isWorking, progress, run, alone, cancel } = useWork();

  const save = async () => {
    setSaved(null);
    const found = by === 'passphrase' ? await problemWith(typed) : null;
    setProblem(found && t(found));
    if (found) return;
    const how: LockWith = by === 'passphrase' ? { by, passphrase: typed.passphrase } : { by };
    const made = await run(watch => makeBackup(vault, world, how, watch));
    if ('refused' in made) {
      setProblem(refusalWords(made));
      return;
    }
    // Random, so that no name tells a day, a count, or how often somebody saves.
    saveFile(`sidelight-backup-${world.newId().slice(0, 8)}.age`, made.file.type, [made.file]);
    setSaved(made);
    setTyped(NOT_TYPED);
    await noteSaved(vault, world.today()).catch(() => {});
  };

  return (
    <section class="card stack" aria-labelledby="back-up-title">
      <h2 id="back-up-title">{t('backUpTitle')}</h2>
      <p>{t('backUpAbout')}</p>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void alone(save);
        }}
      >
        <fieldset>
          <legend>{t('backUpOpens')}</legend>
          <LockChoice
            label={t('backUpOwnPassphrase')}
            isChosen={by === 'passphrase'}
            onChoose={() => setBy('passphrase')}
          />
          <LockChoice
            label={t('backUpRecoveryKey')}
            isChosen={by === 'recovery-key'}
            onChoose={() => setBy('recovery-key')}
          />
        </fieldset>
        {by === 'recovery-key' && <p class="soft">{t('backUpRecoveryKeyAbout')}</p>}
        {by === 'passphrase' && (
          <OwnPassphrase
            label={t('backupPassphrase')}
            hint={t('backupPassphraseHint')}
            typed={typed}
            onType={setTyped}
          />
        )}
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
        {isWorking && <WorkProgress label={t('savingBackup')} progress={progress} onCancel={cancel} />}
        <div>
          <button type="submit" class="main" disabled={isWorking}>
            {t('saveBackup')}
          </button>
        </div>
      </form>
      <div role="status">{saved && <SavedBackup {...saved} />}</div>
    </section>
  );
}

function LockChoice({
  label,
  isChosen,
  onChoose,
}: {
  label: string;
  isChosen: boolean;
  onChoose: () => void;
}) {
  return (
    <label class="choice">
      <input type="radio" name="backup-lock" checked={isChosen} onChange={onChoose} />
      {label}
    </label>
  );
}

function SavedBackup({ sessions, unread }: { sessions: number; unread: readonly Unread[] }) {
  const lines = unreadWords(unread);
  return (
    <div class="stack">
      <p>
        {countWords(sessions, 'backupSavedOne', 'backupSaved')}
        {lines.length > 0 && ` ${countWords(countUnread(unread), 'backupUnreadOne', 'backupUnread')}`}
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line, index) => (
            <li key={`${index} ${line}`}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p class="soft">{t('backupSavedWhere')}</p>
    </div>
  );
}
