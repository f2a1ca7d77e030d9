import { useState } from 'preact/hooks';
import type { PreparedVault } from '../app/vault-access';
import { type MessageKey, t } from '../browser/i18n';
import { NewPassphrase, type Strength } from '../ui/NewPassphrase';
import { KeepRecoveryKey } from './KeepRecoveryKey';
import { hashOf } from './route';

const FIVE_LINES: readonly MessageKey[] = ['welcome1', 'welcome2', 'welcome3', 'welcome4', 'welcome5'];

interface WelcomeProps {
  measure: (passphrase: string) => Promise<Strength>;
  /** @param noClient whether sessions are to be held without client code and note. */
  onPrepare: (passphrase: string, noClient: boolean) => Promise<PreparedVault>;
  onPractise: () => Promise<void>;
}

/** The first run: what Sidelight is and is not, a passphrase, and the recovery key. */
export function Welcome({ measure, onPrepare, onPractise }: WelcomeProps) {
  const [prepared, setPrepared] = useState<PreparedVault | null>(null);
  const [isPreparing, setPreparing] = useState(false);
  const [isApproved, setApproved] = useState<boolean | null>(null);
  const [practiceFailed, setPracticeFailed] = useState(false);

  if (prepared) {
    return (
      <main class="welcome">
        <KeepRecoveryKey
          recoveryKey={prepared.recoveryKey}
          failed="vaultNotSaved"
          onKept={async () => {
            await prepared.keep();
            // Whatever was looked at while practising, one's own vault begins at its sessions.
            location.hash = hashOf('sessions');
          }}
        />
      </main>
    );
  }

  const practise = async () => {
    setPreparing(true);
    setPracticeFailed(false);
    try {
      await onPractise();
    } catch {
      setPracticeFailed(true);
      setPreparing(false);
    }
  };

  return (
    <main class="welcome wide-stack">
      <header class="stack">
        <img src="icons/sidelight.svg" alt="" width="56" height="56" />
        <h1>{t('welcomeTitle')}</h1>
      </header>
      <ul class="stack">
        {FIVE_LINES.map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <section class="notice stack" aria-label={t('beforeYouStart')}>
        <h2>{t('beforeYouStart')}</h2>
        <fieldset>
          <legend>{t('askApproval')}</legend>
          <div class="row">
            {([true, false] as const).map(answer => (
              <label key={String(answer)} class="choice">
                <input
                  type="radio"
                  name="approval"
                  checked={isApproved === answer}
                  onChange={() => setApproved(answer)}
                />
                <span>{t(answer ? 'approvedYes' : 'approvedNotYet')}</span>
              </label>
            ))}
          </div>
          {isApproved === false && <p role="status">{t('approvedNotYetMeans')}</p>}
        </fieldset>
        <p>{t('askDiskEncryption')}</p>
      </section>
      <section class="card stack">
        <h2>{t('choosePassphrase')}</h2>
        <NewPassphrase
          submitLabel={t('createVault')}
          workingLabel={t('creatingVault')}
          measure={measure}
          onSubmit={async passphrase => setPrepared(await onPrepare(passphrase, isApproved === false))}
        />
        <p class="soft">{t('welcomeRestore')}</p>
      </section>
      <section class="card stack">
        <h2>{t('practiseTitle')}</h2>
        <p>{t('practiseAbout')}</p>
        <button type="button" disabled={isPreparing} onClick={practise}>
          {t('practiseFirst')}
        </button>
        {practiceFailed && (
          <p role="alert" class="notice">
            {t('practiceFailed')}
          </p>
        )}
      </section>
    </main>
  );
}
