import type { AutoLock } from '../app/auto-lock';
import { guardVault } from '../app/lock-guard';
import type { VaultAccess } from '../app/vault-access';
import type { World } from '../app/world';
import type { CurtainCord } from '../browser/curtain';
import { t } from '../browser/i18n';
import { Curtain } from '../ui/Curtain';
import { useAutoLock } from '../ui/use-auto-lock';
import { useCurtain } from '../ui/use-curtain';
import { Room } from './Room';
import { useFloating } from './use-floating';

interface StripProps {
  access: VaultAccess;
  autoLock: AutoLock;
  cord: CurtainCord;
  world: World;
  /** What moves to the floating window and back. */
  root: HTMLElement;
  onFloated: (floating: Window) => void;
}

/** The strip near the camera: nothing of a client is ever on it, and nothing at all while the vault is locked. */
export function Strip({ access, autoLock, cord, world, root, onFloated }: StripProps) {
  const state = access.state.value;
  const [isHidden, hide] = useCurtain(cord);
  useAutoLock(autoLock, guardVault, state.is === 'unlocked' ? state.vault : null);
  const floating = useFloating(root, onFloated);

  if (state.is === 'opening') return <main class="quiet" aria-busy="true" />;
  return (
    <Curtain isDown={isHidden} onShow={() => hide(false)}>
      {state.is === 'unlocked' ? (
        <Room
          vault={state.vault}
          world={world}
          floating={floating}
          isHidden={isHidden}
          onHide={() => hide(true)}
        />
      ) : (
        <main class="quiet">
          <h1>{t('extensionName')}</h1>
          <p>{t('stripLocked')}</p>
        </main>
      )}
    </Curtain>
  );
}
