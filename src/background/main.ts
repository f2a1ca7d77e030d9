import { AutoLock } from '../app/auto-lock';
import { isSessionLive } from '../app/live-check';
import { tellClicked } from '../browser/call-tab';
import { onCommands } from '../browser/commands';
import { curtain } from '../browser/curtain';
import { onFirstInstalled, onScreenLocked } from '../browser/lifecycle';
import { onLockAlarm } from '../browser/lock-alarm';
import { lockPorts } from '../browser/lock-ports';
import { openDesk } from '../browser/pages';
import { onButton, openSidePanel } from '../browser/side-panel';

const autoLock = new AutoLock({ ...lockPorts(), isSessionLive });

onButton(windowId => {
  openSidePanel(windowId);
  void tellClicked();
});
onFirstInstalled(() => void openDesk());
onScreenLocked(() => void autoLock.clear());
onLockAlarm(() => void autoLock.look());
onCommands({ curtain: () => curtain().set(true), 'lock-now': () => void autoLock.clear() });

// Whatever woke it: timers died with the last one, and the deadline may have passed since.
void autoLock.look();
