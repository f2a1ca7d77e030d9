import browser from 'webextension-polyfill';
import { sessionMemory } from './session-memory';

const clicks = sessionMemory<number>('clicks');

/** Tells an open panel that the button was clicked, since the browser may show it another tab's URL from now on. */
export async function tellClicked(): Promise<void> {
  await clicks.write(((await clicks.read()) ?? 0) + 1);
}

/**
 * Tells the URL of the tab the panel stands beside, now and whenever another comes to the front, or null when the
 * browser does not show it. It shows the one tab on which the therapist clicked Sidelight's button and no other, and
 * that only until the tab goes elsewhere. The URL is never stored.
 */
export function followCallTab(onUrl: (url: string | null) => void): () => void {
  let latest = 0;
  const look = async () => {
    latest += 1;
    const mine = latest;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (mine === latest) onUrl(tab?.url ?? null);
  };
  const onUpdated = (_: number, change: { status?: string; url?: string }) => {
    if (change.status || change.url) void look();
  };
  browser.tabs.onActivated.addListener(look);
  browser.tabs.onUpdated.addListener(onUpdated);
  const stopClicks = clicks.follow(look);
  void look();
  return () => {
    latest = -1;
    browser.tabs.onActivated.removeListener(look);
    browser.tabs.onUpdated.removeListener(onUpdated);
    stopClicks();
  };
}
