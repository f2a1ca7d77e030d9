import { render } from 'preact';
import { AutoLock } from '../app/auto-lock';
import { isSessionLive } from '../app/live-check';
import { VaultAccess } from '../app/vault-access';
import { readClocks, today } from '../browser/clocks';
import { curtain } from '../browser/curtain';
import { expectWords } from '../browser/i18n';
import { lockPorts } from '../browser/lock-ports';
import { followInput, followPresence } from '../browser/presence';
import { storeMarks } from '../browser/store-marks';
import { leavePage } from '../ui/leave-page';
import { keepFieldsPrivate } from '../ui/private-by-default';
import { Strip } from './Strip';

export async function openStripPage(): Promise<void> {
  const root = document.getElementById('root') as HTMLElement;
  const autoLock = new AutoLock({ ...lockPorts(), isSessionLive });
  const world = { readClocks, today, newId: () => crypto.randomUUID() };
  const access = new VaultAccess(autoLock, () => void leavePage(root), world, storeMarks());
  const admit = (isPress: boolean) => autoLock.admit(isPress);
  void access.look();
  followPresence(admit, () => autoLock.check());
  keepFieldsPrivate();
  await expectWords();
  render(
    <Strip
      access={access}
      autoLock={autoLock}
      cord={curtain()}
      world={world}
      root={root}
      onFloated={floating => followInput(floating, admit)}
    />,
    root,
  );
}
