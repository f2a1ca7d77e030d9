import browser from 'webextension-polyfill';
import { sessionMemory } from './session-memory';

const KEPT = 'vault';

/** What is remembered of the store outside of it. On the disk that is one word: that a vault was kept here. */
export function storeMarks() {
  const area = browser.storage.local;
  return {
    looked: __CHROMIUM__ ? sessionMemory<true>('looked') : null,
    kept: {
      read: async () => (await area.get(KEPT))[KEPT] === true,
      set: () => area.set({ [KEPT]: true }),
      clear: () => area.remove(KEPT),
    },
  };
}
