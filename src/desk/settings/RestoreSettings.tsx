import { useId, useState } from 'preact/hooks';
import { noteVerified } from '../../app/automatic-backup';
import { checkRecoveryKey } from '../../app/recovery-check';
import {
  type CheckedBackup,
  checkBackup,
  type FileLook,
  type LockedFile,
  lookAtFile,
  restoreBackup,
} from '../../app/restore';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import type { BackupRefusal } from '../../domain/backup';
import { PRIVATE_FIELD } from '../../ui/private-field';
import { describeSlip } from '../../ui/recovery-problem';
import { TextField } from '../../ui/TextField';
import { dayWords } from '../../ui/words';
import { countWords, refusalWords, reportWords } from './backup-words';
import { useWork, type Watch } from './use-work';
import { WorkProgress } from './WorkProgress';

interface RestoreSettingsProps {
  vault: OpenVault;
  world: World;
  /** Whether a file is chosen. */
  onChosen: (isChosen: boolean) => void;
}

interface Chosen {
  file: File;
  look: FileLook;
}

/** Brings a backup file back, or only opens and checks it. */
export function RestoreSettings({ vault, world, onChosen }: RestoreSettingsProps) {
  const id = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [secret, setSecret] = useState('');
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [lines, setLines] = useState<readonly string[]>([]);
  const { isWorking, progress, run, alone, cancel } = useWork();

  const choose = async (file: File | undefined) => {
    setLines([]);
    setProblem(null);
    // The field for its secret is there at once, for hands that are quicker than the look at the file.
    setChosen(file ? { file, look: { needs: 'passphrase' } } : null);
    onChosen(file !== undefined);
    if (!file) return;
    const look = await lookAtFile(file).catch(() => ({ refused: 'failed' as const }));
    if ('refused' in look) {
      setProblem(refusalWords(look));
      setChosen(null);
      onChosen(false);
    } else if (look.needs !== 'passphrase') setChosen({ file, look });
  };

  const act = async <T extends { readonly made: string }>(
    work: (locked: LockedFile, watch: Watch) => Promise<T | BackupRefusal>,
    tell: (result: T) => readonly string[],
    isLast = false,
  ) => {
    if (!chosen) return;
    setLines([]);
    const isKey = chosen.look.needs === 'recovery-key';
    const slip = isKey ? describeSlip(secret, checkRecoveryKey(secret)) : null;
    setProblem(slip?.words ?? null);
    if (slip) return;
    const result = await run(watch => work({ ...chosen, secret }, watch));
    if ('refused' in result) {
      setProblem(refusalWords(result));
      return;
    }
    setLines(tell(result));
    setSecret('');
    if (isLast) {
      setChosen(null);
      onChosen(false);
      // A new field, since a page cannot empty one of this kind in every browser.
      setRound(round + 1);
    }
    await noteVerified(vault, result.made).catch(() => {});
  };

  return (
    <section class="card stack" aria-labelledby="restore-title">
      <h2 id="restore-title">{t('restoreHeading')}</h2>
      <p>{t('restoreAbout')}</p>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void alone(() =>
            act((locked, watch) => restoreBackup(vault, world, locked, watch), reportWords, true),
          );
        }}
      >
        <div class="field">
          <label for={id}>{t('backupFile')}</label>
          <input
            {...PRIVATE_FIELD}
            key={round}
            id={id}
            type="file"
            accept=".age"
            disabled={isWorking}
            onChange={event => void choose(event.currentTarget.files?.[0])}
          />
        </div>
        {chosen && (
          <TextField
            label={t(chosen.look.needs === 'passphrase' ? 'backupPassphrase' : 'recoveryKey')}
            kind={chosen.look.needs === 'passphrase' ? 'password' : 'text'}
            value={secret}
            onInput={setSecret}
            hint={t(chosen.look.needs === 'passphrase' ? 'restoreAsksPassphrase' : 'restoreAsksRecoveryKey')}
          />
        )}
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
        {isWorking && <WorkProgress label={t('workingOnFile')} progress={progress} onCancel={cancel} />}
        <div class="row">
          <button type="submit" class="main" disabled={!chosen || isWorking}>
            {t('restoreNow')}
          </button>
          <button
            type="button"
            disabled={!chosen || isWorking}
            onClick={() => void alone(() => act(checkBackup, checkWords))}
          >
            {t('checkFile')}
          </button>
        </div>
      </form>
      <div role="status" class="stack">
        {lines.length > 0 && <p>{lines[0]}</p>}
        {lines.length > 1 && (
          <ul>
            {lines.slice(1).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function checkWords({ made, sessions, leftOut }: CheckedBackup): readonly string[] {
  return [
    `${t('checkedWhole', dayWords(made))} ${countWords(sessions, 'restoredFoundOne', 'restoredFound')}`,
    ...(leftOut > 0 ? [countWords(leftOut, 'restoredLeftOutOne', 'restoredLeftOut')] : []),
  ];
}
