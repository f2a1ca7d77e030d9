import type { AutoLock } from '../app/auto-lock';
import { followSetting, SINGLE_KEYS_SETTING } from '../app/here';
import { guardVault } from '../app/lock-guard';
import { measureStrength } from '../app/passphrase-strength';
import { fillPracticeVault } from '../app/practice';
import { NO_CLIENT_SETTING, putSetting } from '../app/preferences';
import { readRawCopyOfVault } from '../app/raw-copy';
import { checkRecoveryKey } from '../app/recovery-check';
import type { OpenVault, VaultAccess } from '../app/vault-access';
import type { World } from '../app/world';
import type { CurtainCord } from '../browser/curtain';
import { forgetEverything } from '../browser/forget';
import { saveFile } from '../browser/save-file';
import { askForPersistence } from '../browser/storage-persistence';
import { Curtain } from '../ui/Curtain';
import { DESK_KEYS } from '../ui/key-list';
import { LockGate } from '../ui/LockGate';
import { LockWarning } from '../ui/LockWarning';
import { PageKeys } from '../ui/PageKeys';
import { PracticeBanner } from '../ui/PracticeBanner';
import { useAutoLock } from '../ui/use-auto-lock';
import { useCurtain } from '../ui/use-curtain';
import { Room } from './Room';
import { hashOf } from './route';
import { useHiddenOnLeaving } from './use-hidden-on-leaving';
import { useVoidKey } from './use-void-key';
import { VoidRecoveryKey } from './VoidRecoveryKey';
import { Welcome } from './Welcome';

interface DeskProps {
  access: VaultAccess;
  autoLock: AutoLock;
  cord: CurtainCord;
  world: World;
}

export function Desk({ access, autoLock, cord, world }: DeskProps) {
  const state = access.state.value;
  const [isHidden, hide] = useCurtain(cord);
  const vault = state.is === 'unlocked' ? state.vault : null;
  const isWarning = useAutoLock(autoLock, guardVault, vault);
  const [wasLeft, comeBack] = useHiddenOnLeaving(vault);
  const [isKeyVoid, readVoidKey, watchKey] = useVoidKey(state.is === 'unlocked');
  const isCovered = isHidden || wasLeft;
  const show = () => {
    comeBack();
    if (isHidden) hide(false);
  };
  const recover = async (recoveryKey: string) => (await access.recover(recoveryKey))?.setPassphrase ?? null;
  const practise = () => access.practise(vault => fillPracticeVault(vault, world));

  const saveRawCopy = async () =>
    saveFile('sidelight-raw-copy.json', 'application/json', await readRawCopyOfVault());

  const forget = async () => {
    // So that the next vault does not begin on the page that erased this one.
    location.replace(hashOf('sessions'));
    await forgetEverything();
    await access.lock();
  };

  const prepare = async (passphrase: string, noClient: boolean) => {
    // Asked for inside the click, since one browser may want to ask the therapist.
    void askForPersistence();
    const prepared = await access.prepare(passphrase);
    const setNoClient = (vault: OpenVault) => putSetting(vault, NO_CLIENT_SETTING, true);
    const keep = () => prepared.keep(noClient ? setNoClient : undefined);
    return watchKey({ ...prepared, keep });
  };

  return (
    <Curtain isDown={isCovered} onShow={show}>
      <LockGate
        state={state}
        onRetry={() => void access.look()}
        onBeginAnew={() => void access.beginAnew()}
        onSaveRawCopy={saveRawCopy}
        onUnlock={passphrase => access.unlock(passphrase)}
        onRecover={recover}
        checkRecoveryKey={checkRecoveryKey}
        measure={measureStrength}
        welcome={<Welcome measure={measureStrength} onPrepare={prepare} onPractise={practise} />}
      >
        {state.is === 'unlocked' && (
          <>
            {isKeyVoid && <VoidRecoveryKey isPractice={state.kind === 'practice'} onRead={readVoidKey} />}
            <LockWarning isShown={isWarning} onStay={() => autoLock.admit(true)} />
            {state.kind === 'practice' && <PracticeBanner onLeave={() => void access.lock()} />}
            <PageKeys
              follow={tell => followSetting(state.vault, SINGLE_KEYS_SETTING, tell)}
              of={state.vault}
              rows={DESK_KEYS}
              isHidden={isCovered}
            >
              <Room
                vault={state.vault}
                autoLock={autoLock}
                kind={state.kind}
                world={world}
                isHidden={isCovered}
                onHide={() => hide(true)}
                onLock={() => void access.lock()}
                onPractise={practise}
                forgetting={{ unmark: () => access.unmark(), forget }}
              />
            </PageKeys>
          </>
        )}
      </LockGate>
    </Curtain>
  );
}
