import { render } from 'preact';
import { AutoLock } from '../app/auto-lock';
import { isSessionLive } from '../app/live-check';
import { VaultAccess } from '../app/vault-access';
import { readClocks, today } from '../browser/clocks';
import { curtain } from '../browser/curtain';
import { expectWords } from '../browser/i18n';
import { lockPorts } from '../browser/lock-ports';
import { followPresence } from '../browser/presence';
import { storeMarks } from '../browser/store-marks';
import { leavePage } from '../ui/leave-page';
import { keepFieldsPrivate } from '../ui/private-by-default';
import { Panel } from './Panel';

export async function openPanel(): Promise<void> {
  const root = document.getElementById('root') as HTMLElement;
  const autoLock = new AutoLock({ ...lockPorts(), isSessionLive });
  const world = { readClocks, today, newId: () => crypto.randomUUID() };
  const access = new VaultAccess(autoLock, () => void leavePage(root), world, storeMarks());
  void access.look();
  followPresence(
    isPress => autoLock.admit(isPress),
    () => autoLock.check(),
  );
  keepFieldsPrivate();
  await expectWords();
  // The page's own first line makes room; Preact would render beside it.
  root.replaceChildren();
  render(<Panel access={access} autoLock={autoLock} cord={curtain()} world={world} />, root);
}
