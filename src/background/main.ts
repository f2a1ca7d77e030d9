import { actFromOutside, type OutsideAct } from '../app/act-from-outside';
import { AutoLock } from '../app/auto-lock';
import { isSessionLive } from '../app/live-check';
import { tellClicked } from '../browser/call-tab';
import { readClocks, today } from '../browser/clocks';
import { onCommands } from '../browser/commands';
import { curtain } from '../browser/curtain';
import { onFirstInstalled, onScreenLocked } from '../browser/lifecycle';
import { onLockAlarm } from '../browser/lock-alarm';
import { lockPorts } from '../browser/lock-ports';
import { openDesk } from '../browser/pages';
import { onButton, openSidePanel } from '../browser/side-panel';

const autoLock = new AutoLock({ ...lockPorts(), isSessionLive });

const open = (windowId: number | undefined) => {
  openSidePanel(windowId);
  void tellClicked();
};
onButton(open);
onFirstInstalled(() => void openDesk());
onScreenLocked(() => void autoLock.clear());
onLockAlarm(() => void autoLock.look());
const act = (wanted: OutsideAct) => async () => {
  // Reading the key first locks a vault that is due.
  await actFromOutside(await autoLock.read(), { readClocks, today }, wanted);
};
onCommands({
  'open-panel': open,
  curtain: () => curtain().set(true),
  'lock-now': () => void autoLock.clear(),
  'mark-tenseness': act('mark-tenseness'),
  'mark-strain': act('mark-strain'),
  'tick-next': act('tick-next'),
});

// Whatever woke it: timers died with the last one, and the deadline may have passed since.
void autoLock.look();
