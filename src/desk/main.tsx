import { render } from 'preact';
import { AutoLock } from '../app/auto-lock';
import { isSessionLive } from '../app/live-check';
import { VaultAccess } from '../app/vault-access';
import { readClocks, today } from '../browser/clocks';
import { curtain } from '../browser/curtain';
import { expectWords } from '../browser/i18n';
import { lockPorts } from '../browser/lock-ports';
import { followPresence } from '../browser/presence';
import { watchRequests } from '../browser/requests';
import { storeMarks } from '../browser/store-marks';
import { leavePage } from '../ui/leave-page';
import { keepFieldsPrivate } from '../ui/private-by-default';
import { dayWords } from '../ui/words';
import { Desk } from './Desk';
import './desk.css';

const root = document.getElementById('root') as HTMLElement;
const autoLock = new AutoLock({ ...lockPorts(), isSessionLive });
const world = { readClocks, today, newId: () => crypto.randomUUID() };
const access = new VaultAccess(autoLock, () => void leavePage(root), world, storeMarks());
watchRequests();
void access.look();
followPresence(
  isPress => autoLock.admit(isPress),
  () => autoLock.check(),
);

keepFieldsPrivate();
await expectWords();
render(<Desk access={access} autoLock={autoLock} cord={curtain()} world={world} />, root);
// What a language needs for its dates and its order is fetched at first use; the first list is not to wait for it.
requestIdleCallback(() => 'é'.localeCompare(dayWords(today())));
