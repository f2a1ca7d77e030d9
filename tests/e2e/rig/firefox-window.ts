import type { Bidi } from './bidi';

/** The browser's own parts: its toolbar, its sidebar, its network. */
export interface FirefoxWindow {
  clickToolbarButton(): Promise<void>;
  /** @returns the BiDi context of the open sidebar's document, or null when another or none is open. */
  sidebarContext(): Promise<string | null>;
  closeSidebar(): Promise<void>;
  /** Gives the sidebar's document the window's focus, as a click in it does for a person. */
  focusSidebar(): Promise<void>;
  /** Takes the focus back from the sidebar to the page in front, as F6 or a click in the page does for a person. */
  focusPage(): Promise<void>;
  /** Does what the key of one of the extension's commands does. */
  runCommand(name: string): Promise<void>;
  stopBackground(): Promise<void>;
  /** What the extension sent out since {@link watchRequests}. */
  requests(): Promise<string[]>;
}

const sidebarBrowser = `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`;

/**
 * BiDi knows documents in tabs only. The sidebar's is reached all the same once BiDi's register of documents also answers
 * with the sidebar's.
 */
const registerSidebar = `(() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const inTabs = NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = id => {
    const sidebar = ${sidebarBrowser};
    return sidebar?.permanentKey && NavigableManager.getIdForBrowser(sidebar) === id ? sidebar : inTabs(id);
  };
})()`;

/** Notes each request at the moment it goes out, when an extension's page, worker or background asked for it. */
const watchRequests = (extensionId: string) => `(() => {
  window.sidelightRequests = [];
  const observe = subject => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo;
    const isOurs = [triggeringPrincipal, loadingPrincipal].some(each => each?.addonId === ${JSON.stringify(extensionId)});
    if (isOurs) window.sidelightRequests.push(channel.URI.spec);
  };
  window.sidelightWatch = { observe };
  Services.obs.addObserver(window.sidelightWatch, 'http-on-modify-request');
})()`;

/** Takes hold of the browser's window. Call it before the extension is installed, so that no request of it is missed. */
export async function openFirefoxWindow(bidi: Bidi, extensionId: string): Promise<FirefoxWindow> {
  const widget = JSON.stringify(`${extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`);
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)})`;
  await bidi.privileged(registerSidebar);
  await bidi.privileged(watchRequests(extensionId));

  return {
    async clickToolbarButton() {
      await bidi.privileged(`(async () => {
        // New extensions hide in a menu; a button in the toolbar is one click away, as the product asks people to have it.
        if (CustomizableUI.getPlacementOfWidget(${widget})?.area !== 'nav-bar') {
          CustomizableUI.addWidgetToArea(${widget}, 'nav-bar');
          await new Promise(done => setTimeout(done, 300));
        }
        const { node } = CustomizableUI.getWidget(${widget}).forWindow(window);
        const box = (node.querySelector('.unified-extensions-item-action-button') ?? node).getBoundingClientRect();
        for (const type of ['mousedown', 'mouseup']) {
          window.synthesizeMouseEvent(type, box.x + box.width / 2, box.y + box.height / 2, { button: 0, clickCount: 1 });
        }
      })()`);
    },

    async sidebarContext() {
      return bidi.privileged<string | null>(`(() => {
        const sidebar = ${sidebarBrowser};
        if (!sidebar || !SidebarController.isOpen) return null;
        if (sidebar.browsingContext?.currentWindowGlobal?.documentPrincipal.addonId !== ${JSON.stringify(extensionId)}) return null;
        const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
        sidebar.permanentKey ??= {};
        return NavigableManager.getIdForBrowser(sidebar);
      })()`);
    },

    focusSidebar: () =>
      bidi.privileged(`document.getElementById('sidebar').focus(), ${sidebarBrowser}.focus()`),
    focusPage: () =>
      bidi.privileged(`void (document.activeElement?.id === 'sidebar' && gBrowser.selectedBrowser.focus())`),
    closeSidebar: () => bidi.privileged('SidebarController.hide()'),
    runCommand: name => bidi.privileged(`${policy}.extension.shortcuts.onCommand(${JSON.stringify(name)})`),
    stopBackground: () => bidi.privileged(`${policy}?.extension.terminateBackground()`),

    async requests() {
      return JSON.parse(
        await bidi.privileged<string>('JSON.stringify(window.sidelightRequests)'),
      ) as string[];
    },
  };
}
