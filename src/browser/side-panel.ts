import browser from 'webextension-polyfill';

/** Calls back in the click on Sidelight's button; the browser then shows the panel that one tab's URL. */
export function onButton(open: (windowId: number | undefined) => void): void {
  browser.action.onClicked.addListener(tab => open(tab.windowId));
}

/** Opens the side panel, in Firefox the sidebar. Works only inside a click, before anything is awaited. */
export function openSidePanel(windowId: number | undefined): void {
  if (__CHROMIUM__) {
    if (windowId !== undefined) void chrome.sidePanel.open({ windowId });
  } else {
    void browser.sidebarAction.open();
  }
}
