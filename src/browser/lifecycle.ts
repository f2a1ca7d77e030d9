import browser from 'webextension-polyfill';

/** Calls back once, after Sidelight was installed; not after updates. */
export function onFirstInstalled(welcome: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') welcome();
  });
}

/** Calls back when the operating system locks its screen. Not every Linux desktop tells the browser. */
export function onScreenLocked(lock: () => void): void {
  browser.idle.onStateChanged.addListener(state => {
    if (state === 'locked') lock();
  });
}
