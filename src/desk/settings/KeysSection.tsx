import { useState } from 'preact/hooks';
import { measureStrength } from '../../app/passphrase-strength';
import { changePassphrase, type PreparedRecoveryKey, prepareRecoveryKey } from '../../app/vault-secrets';
import { t } from '../../browser/i18n';
import { UnlockForm } from '../../ui/UnlockForm';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { ChangePassphrase } from './ChangePassphrase';

interface KeysSectionProps {
  database: Parameters<typeof changePassphrase>[0];
  /** A new recovery key is ready, to be shown before it counts. */
  onRecoveryKey: (prepared: PreparedRecoveryKey) => void;
}

/** The two secrets that open the vault, and the way to replace each. */
export function KeysSection({ database, onRecoveryKey }: KeysSectionProps) {
  const [open, setOpen] = useState<'passphrase' | 'recovery-key' | null>(null);
  const [isChanged, setChanged] = useState(false);
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLHeadingElement>();

  const change = async (current: string, next: string) => {
    const done = await changePassphrase(database, current, next);
    setChanged(done);
    if (done) setOpen(null);
    return done;
  };
  const prepare = async (passphrase: string) => {
    const prepared = await prepareRecoveryKey(database, passphrase);
    if (prepared) onRecoveryKey(prepared);
    return prepared !== null;
  };
  const cancel = (
    <button type="button" onClick={() => setOpen(null)}>
      {t('cancel')}
    </button>
  );

  return (
    <section class="card stack" ref={region}>
      <h2 ref={fallback} tabIndex={-1}>
        {t('keysSectionTitle')}
      </h2>
      <p>{t('keysSectionAbout')}</p>
      <p role="status">{isChanged && t('passphraseChanged')}</p>
      {open === null && (
        <div class="row">
          <button
            type="button"
            onClick={() => {
              setChanged(false);
              setOpen('passphrase');
            }}
          >
            {t('changePassphrase')}
          </button>
          <button
            type="button"
            onClick={() => {
              setChanged(false);
              setOpen('recovery-key');
            }}
          >
            {t('newRecoveryKey')}
          </button>
        </div>
      )}
      {open === 'passphrase' && (
        <>
          <ChangePassphrase measure={measureStrength} onChange={change} />
          {cancel}
        </>
      )}
      {open === 'recovery-key' && (
        <>
          <p>{t('newRecoveryKeyAbout')}</p>
          <UnlockForm
            label={t('passphrase')}
            wrong={t('wrongCurrentPassphrase')}
            kind="password"
            submitLabel={t('continue')}
            workingLabel={t('checkingPassphrase')}
            onUnlock={prepare}
          />
          {cancel}
        </>
      )}
    </section>
  );
}
