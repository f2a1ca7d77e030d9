import type { AutoLock } from '../app/auto-lock';
import { followSetting, SINGLE_KEYS_SETTING } from '../app/here';
import { guardVault } from '../app/lock-guard';
import { measureStrength } from '../app/passphrase-strength';
import { readRawCopyOfVault } from '../app/raw-copy';
import { checkRecoveryKey } from '../app/recovery-check';
import type { VaultAccess } from '../app/vault-access';
import type { World } from '../app/world';
import type { CurtainCord } from '../browser/curtain';
import { t } from '../browser/i18n';
import { openDesk } from '../browser/pages';
import { saveFile } from '../browser/save-file';
import { Curtain } from '../ui/Curtain';
import { PANEL_KEYS } from '../ui/key-list';
import { LockGate } from '../ui/LockGate';
import { LockWarning } from '../ui/LockWarning';
import { PageKeys } from '../ui/PageKeys';
import { PracticeBanner } from '../ui/PracticeBanner';
import { useAutoLock } from '../ui/use-auto-lock';
import { useCurtain } from '../ui/use-curtain';
import { Room } from './Room';

interface PanelProps {
  access: VaultAccess;
  autoLock: AutoLock;
  cord: CurtainCord;
  world: World;
}

export function Panel({ access, autoLock, cord, world }: PanelProps) {
  const state = access.state.value;
  const [isHidden, hide] = useCurtain(cord);
  const isWarning = useAutoLock(autoLock, guardVault, state.is === 'unlocked' ? state.vault : null);
  const recover = async (recoveryKey: string) => (await access.recover(recoveryKey))?.setPassphrase ?? null;

  const saveRawCopy = async () =>
    saveFile('sidelight-raw-copy.json', 'application/json', await readRawCopyOfVault());

  return (
    <Curtain isDown={isHidden} onShow={() => hide(false)}>
      <LockGate
        state={state}
        onRetry={() => void access.look()}
        onBeginAnew={() => void access.beginAnew()}
        onSaveRawCopy={saveRawCopy}
        onUnlock={passphrase => access.unlock(passphrase)}
        onRecover={recover}
        checkRecoveryKey={checkRecoveryKey}
        measure={measureStrength}
        welcome={<NotSetUp />}
      >
        {state.is === 'unlocked' && (
          <>
            <LockWarning isShown={isWarning} onStay={() => autoLock.admit(true)} />
            {state.kind === 'practice' && <PracticeBanner onLeave={() => void access.lock()} />}
            <PageKeys
              follow={tell => followSetting(state.vault, SINGLE_KEYS_SETTING, tell)}
              of={state.vault}
              rows={PANEL_KEYS}
              isHidden={isHidden}
            >
              <Room
                vault={state.vault}
                world={world}
                onHide={() => hide(true)}
                onLock={() => void access.lock()}
                isHidden={isHidden}
              />
            </PageKeys>
          </>
        )}
      </LockGate>
    </Curtain>
  );
}

function NotSetUp() {
  return (
    <main class="locked stack">
      <h1>{t('extensionName')}</h1>
      <p>{t('panelNotSetUp')}</p>
      <button type="button" class="main" onClick={() => void openDesk()}>
        {t('setUp')}
      </button>
    </main>
  );
}
