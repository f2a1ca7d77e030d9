import { setLockAlarm } from './lock-alarm';
import { sessionMemory } from './session-memory';

/** Where the key of the unlocked vault and its deadline lie, and the clock and the alarm they go by. */
export function lockPorts() {
  return {
    held: sessionMemory<{ kind: 'own' | 'practice'; key: string }>('held'),
    watch: sessionMemory<unknown>('watch'),
    setAlarm: setLockAlarm,
    now: () => Date.now(),
  };
}
