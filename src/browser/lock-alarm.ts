import browser from 'webextension-polyfill';

const NAME = 'lock';

/** Wakes the background at this wall-clock time, in milliseconds; not at all when null. Replaces an earlier call. */
export function setLockAlarm(when: number | null): void {
  if (when === null) void browser.alarms.clear(NAME);
  else browser.alarms.create(NAME, { when });
}

/** Calls back when the alarm rings; after sleep, as soon as the computer is awake. */
export function onLockAlarm(look: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) look();
  });
}
