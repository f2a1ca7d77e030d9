import { useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import { NewPassphrase, type Strength } from './NewPassphrase';
import { describeSlip, type RecoveryKeyCheck } from './recovery-problem';
import { UnlockForm } from './UnlockForm';

/** Sets the new passphrase that a recovery asks for. */
export type SetPassphrase = (passphrase: string) => Promise<void>;

export interface LockedProps {
  onUnlock: (passphrase: string) => Promise<boolean>;
  /** @returns null when the recovery key opens nothing. */
  onRecover: (recoveryKey: string) => Promise<SetPassphrase | null>;
  checkRecoveryKey: (typed: string) => RecoveryKeyCheck;
  measure: (passphrase: string) => Promise<Strength>;
}

type Way = { by: 'passphrase' } | { by: 'recovery-key' } | { by: 'new-passphrase'; set: SetPassphrase };

export function Locked({ onUnlock, onRecover, checkRecoveryKey, measure }: LockedProps) {
  const [way, setWay] = useState<Way>({ by: 'passphrase' });

  const recover = async (recoveryKey: string) => {
    const set = await onRecover(recoveryKey);
    if (set) setWay({ by: 'new-passphrase', set });
    return set !== null;
  };

  return (
    <main class="locked stack">
      <h1>{t('lockedTitle')}</h1>
      {way.by === 'passphrase' && (
        <>
          <UnlockForm
            key="passphrase"
            label={t('passphrase')}
            wrong={t('wrongPassphrase')}
            kind="password"
            onUnlock={onUnlock}
          />
          <button type="button" onClick={() => setWay({ by: 'recovery-key' })}>
            {t('useRecoveryKey')}
          </button>
        </>
      )}
      {way.by === 'recovery-key' && (
        <>
          <p>{t('recoveryKeyAdvice')}</p>
          <UnlockForm
            key="recovery"
            label={t('recoveryKey')}
            wrong={t('wrongRecoveryKey')}
            kind="text"
            findSlip={typed => describeSlip(typed, checkRecoveryKey(typed))}
            onUnlock={recover}
          />
          <button type="button" onClick={() => setWay({ by: 'passphrase' })}>
            {t('usePassphrase')}
          </button>
        </>
      )}
      {way.by === 'new-passphrase' && (
        <>
          <p>{t('chooseNewPassphrase')}</p>
          <NewPassphrase
            submitLabel={t('saveNewPassphrase')}
            workingLabel={t('unlocking')}
            measure={measure}
            onSubmit={way.set}
            autoFocus
          />
        </>
      )}
    </main>
  );
}
