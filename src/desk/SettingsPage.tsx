import { useState } from 'preact/hooks';
import type { AutoLock } from '../app/auto-lock';
import { readAllClients } from '../app/clients';
import { eraseEverything, type Forgetting } from '../app/erase';
import type { guardVault } from '../app/lock-guard';
import type { PreparedRecoveryKey } from '../app/vault-secrets';
import type { World } from '../app/world';
import { t } from '../browser/i18n';
import { ExportSection } from './export/ExportSection';
import { KeepRecoveryKey } from './KeepRecoveryKey';
import { BackupSections } from './settings/BackupSections';
import { EraseEverything } from './settings/EraseEverything';
import { KeysSection } from './settings/KeysSection';
import { LockSection } from './settings/LockSection';
import { SessionSection } from './settings/SessionSection';
import { ShortcutsSection } from './settings/ShortcutsSection';
import { SitesSection } from './settings/SitesSection';
import { TemplatesSection } from './settings/TemplatesSection';

interface SettingsPageProps {
  vault: Parameters<typeof guardVault>[1];
  autoLock: AutoLock;
  kind: 'own' | 'practice';
  world: World;
  onPractise: () => Promise<void>;
  forgetting: Forgetting;
}

export function SettingsPage({ vault, autoLock, kind, world, onPractise, forgetting }: SettingsPageProps) {
  const [renewal, setRenewal] = useState<PreparedRecoveryKey | null>(null);
  const [hasPracticeFailed, setPracticeFailed] = useState(false);
  const [isRenewed, setRenewed] = useState(false);

  if (renewal) {
    return (
      <KeepRecoveryKey
        recoveryKey={renewal.recoveryKey}
        also="newRecoveryKeyWhen"
        failed="recoveryKeyNotSaved"
        onKept={async () => {
          await renewal.keep();
          setRenewal(null);
          setRenewed(true);
        }}
        onCancel={() => setRenewal(null)}
      />
    );
  }
  return (
    <>
      <header>
        <h1>{t('navSettings')}</h1>
        <p role="status">{isRenewed && t('recoveryKeyRenewed')}</p>
      </header>
      <LockSection vault={vault} autoLock={autoLock} />
      <SessionSection vault={vault} />
      <TemplatesSection vault={vault} world={world} />
      <ShortcutsSection vault={vault} />
      <SitesSection vault={vault} />
      {kind === 'own' && (
        <KeysSection
          database={vault.database}
          onRecoveryKey={prepared => {
            setRenewed(false);
            setRenewal(prepared);
          }}
        />
      )}
      {kind === 'own' && <BackupSections vault={vault} world={world} />}
      <ExportSection vault={vault} world={world} target={{ kind: 'period' }} />
      {kind === 'own' && (
        <section class="card stack">
          <h2>{t('practiseTitle')}</h2>
          <p>{t('practiseFromVault')}</p>
          <div>
            <button type="button" onClick={() => onPractise().catch(() => setPracticeFailed(true))}>
              {t('practise')}
            </button>
          </div>
          {hasPracticeFailed && (
            <p role="alert" class="notice">
              {t('practiceFailed')}
            </p>
          )}
        </section>
      )}
      {kind === 'own' && (
        <EraseEverything
          onErase={() => eraseEverything(vault, world, forgetting)}
          countDamaged={async () => (await readAllClients(vault, world.today())).damagedRecords}
        />
      )}
    </>
  );
}
