import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = `<!doctype html><meta charset="utf-8"><title>Leaky</title>
<button>fetch</button> <button>worker</button> <button>background</button> <button>image</button> <button>socket</button>
<button>frame</button><script src="page.js"></script>`;

const pageScript = (address: string) => `
const send = {
  fetch: () => fetch('${address}/fetch').catch(() => {}),
  worker: () => new Worker('worker.js'),
  background: () => chrome.runtime.sendMessage('go'),
  image: () => { new Image().src = 'https://nowhere.example/image'; },
  socket: () => { new WebSocket('${address.replace('http', 'ws')}/socket'); },
  frame: () => { document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://nowhere.example/frame' })); },
};
document.addEventListener('click', event => send[event.target.textContent]?.());`;

const shared = {
  manifest_version: 3,
  name: 'Leaky',
  version: '1',
  permissions: ['activeTab'],
  host_permissions: ['<all_urls>'],
  action: {},
};

const manifests = {
  chrome: {
    ...shared,
    permissions: ['activeTab', 'sidePanel'],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'panel.html' },
  },
  firefox: {
    ...shared,
    background: { scripts: ['background.js'] },
    sidebar_action: { default_panel: 'panel.html', open_at_install: false },
    browser_specific_settings: { gecko: { id: 'leaky@sidelight.test' } },
    content_security_policy: { extension_pages: "script-src 'self'" },
  },
};

/** What a click on each button of the leaky extension sends, and from where. */
export const leaks = ['fetch', 'worker', 'background', 'image', 'socket', 'frame'] as const;

/**
 * Writes an extension that does all that Sidelight must not: it sends requests to `address` and elsewhere from its page, its
 * panel, a worker and its background. With it the watch over the network proves that it would see them.
 */
export function writeLeakyExtension(folder: string, target: keyof typeof manifests, address: string): void {
  mkdirSync(folder, { recursive: true });
  const files = {
    'manifest.json': JSON.stringify(manifests[target]),
    'desk.html': page,
    'panel.html': page,
    'page.js': pageScript(address),
    'worker.js': `fetch('${address}/worker').catch(() => {});`,
    'background.js': `
      chrome.runtime.onMessage.addListener(() => { fetch('${address}/background').catch(() => {}); });
      chrome.action.onClicked.addListener(({ windowId }) =>
        globalThis.browser?.sidebarAction ? browser.sidebarAction.open() : chrome.sidePanel.open({ windowId }));`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
