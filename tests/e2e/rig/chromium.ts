import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Page, type Browser as Puppet, type Target } from 'puppeteer-core';
import { findChromium } from '../../../scripts/browsers';
import { root } from '../../../scripts/run-tool';
import { chromiumPort } from './chromium-port';
import { type RequestWatch, watchChromiumRequests } from './chromium-requests';
import { createPageSurface, createSurface } from './create-surface';
import { asJson } from './in-page-source';
import { killTree } from './process-tree';
import { savedFile } from './saved-file';
import { openStandIn } from './stand-in';
import type { Browser, LaunchOptions, PageName } from './surface';

function launchArguments({ size, dark, headed }: LaunchOptions): string[] {
  return [
    // Chromium refuses to run its sandbox as root, which is what a test machine often is.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(dark ? ['--force-dark-mode'] : []),
    // So does the bar that warns of the unusual settings below.
    ...(headed ? ['--test-type'] : []),
    `--window-size=${size?.width ?? 1280},${size?.height ?? 900}`,
    '--window-position=0,0',
    '--lang=en-US',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-default-browser-check',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ];
}

/** Puppeteer's own call does not know this feature. */
async function forceColours(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const features = [{ name: 'forced-colors', value: 'active' }];
  await session.send('Emulation.setEmulatedMedia', { features });
}

/** Launches Chromium with the extension. Throws when there is no Chromium or no extension in the folder. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('There is no Chromium; npm test installs one, or set CHROMIUM to its path.');
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-chromium-'));
  const downloads = join(folder, 'downloads');
  const profile = join(folder, 'profile');
  const extension = resolve(
    options.extension ?? join(process.env.SIDELIGHT_DIST ?? join(root, 'dist'), 'chrome'),
  );

  let puppet: Puppet;
  let watch: RequestWatch;
  let id: string;
  let callPage: Page | null;
  const earlier: string[] = [];

  async function start(): Promise<void> {
    puppet = await puppeteer.launch({
      executablePath: executablePath as string,
      headless: !options.headed,
      pipe: true,
      // Its bar (“controlled by automated test software”) takes room in a window that a person looks at.
      ignoreDefaultArgs: options.headed ? ['--enable-automation'] : false,
      // Installed below instead of here, so that the watch sees the extension's very first request.
      enableExtensions: true,
      userDataDir: profile,
      // Where a person looks on, the caller tidies up on Ctrl+C; otherwise nobody would.
      handleSIGINT: !options.headed,
      handleSIGTERM: !options.headed,
      defaultViewport: null,
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
      args: launchArguments(options),
      env: { ...process.env, LANGUAGE: 'en_US', ...(options.display ? { DISPLAY: options.display } : {}) },
    });
    watch = await watchChromiumRequests(puppet);
    id = await puppet.installExtension(extension);
    callPage = (await puppet.pages())[0] ?? null;
  }

  const addressOf = (name: string, hash = '') => `chrome-extension://${id}/${name}${hash}`;
  const isAt = (target: Target, name: string) => target.url().split(/[?#]/)[0] === addressOf(name);
  const expectCall = () => {
    if (!callPage) throw new Error('openCall comes first');
    return callPage;
  };
  const exited = () =>
    new Promise<void>(done => {
      const child = puppet.process();
      if (!child || child.exitCode !== null || child.signalCode !== null) done();
      else child.once('exit', () => done());
    });

  /** The panel has no tab, which tells it from panel.html opened as a page. */
  async function panelTarget(): Promise<Target | null> {
    for (const target of puppet.targets()) {
      if (isAt(target, 'panel.html') && !(await isTab(target))) return target;
    }
    return null;
  }

  async function isTab(target: Target): Promise<boolean> {
    const page = await target.asPage();
    return page.evaluate('chrome.tabs.getCurrent().then(tab => tab !== undefined)') as Promise<boolean>;
  }

  async function inWorker(expression: string): Promise<void> {
    const target = puppet.targets().find(each => each.type() === 'service_worker' && each.url().includes(id));
    const worker = await target?.worker();
    if (!worker) throw new Error('The service worker does not run now');
    await worker.evaluate(expression);
  }

  /** Takes over what this run's watch has seen, once: the next run has a watch of its own. */
  function keepSeen(): void {
    earlier.push(...watch.urls());
    watch = { urls: () => [], releaseWorkers: async () => {} };
  }

  await start();
  const browser: Browser = {
    name: 'chromium',
    profile,
    downloads,
    version: () => puppet.version(),

    async openCall(url) {
      if (!callPage || callPage.isClosed()) callPage = await puppet.newPage();
      await callPage.goto(url);
      await callPage.bringToFront();
    },

    async openCallAt(url) {
      callPage = await openStandIn(puppet, url);
      await callPage.bringToFront();
    },

    async inCall<T>(source: string | (() => T | Promise<T>)) {
      return JSON.parse((await expectCall().evaluate(asJson(source))) as string) as T;
    },

    async pictureOfCall(file) {
      await expectCall().bringToFront();
      await expectCall().screenshot({ path: file });
    },

    async openPanel() {
      const own = (await puppet.extensions()).get(id);
      if (!own) throw new Error('The extension is not installed');
      let target = await panelTarget();
      // Just after an install the worker may not listen for the click yet.
      for (let attempt = 0; attempt === 0 || (!target && attempt < 20); attempt += 1) {
        await expectCall().bringToFront();
        await expectCall().triggerExtensionAction(own);
        for (let wait = 0; !target && wait < 10; wait += 1) {
          await pause(50);
          target = await panelTarget();
        }
      }
      if (!target) throw new Error('The side panel did not open');
      return createSurface(chromiumPort(await target.asPage(), 'the side panel'));
    },

    async closePanel() {
      const target = await panelTarget();
      await (await target?.asPage())?.close();
    },

    async openPage(name, hash = '') {
      const page = await puppet.newPage();
      if (options.forcedColours) await forceColours(page);
      await page.goto(addressOf(name, hash));
      return createPageSurface(chromiumPort(page, name));
    },

    async expectPage(name: PageName, timeoutMs = 8_000) {
      const panel = await panelTarget();
      const target = await puppet.waitForTarget(each => each !== panel && isAt(each, name), {
        timeout: timeoutMs,
      });
      return createPageSurface(chromiumPort(await target.asPage(), name));
    },

    saved: (name, timeoutMs) => savedFile(downloads, name, timeoutMs),

    async runCommand(name) {
      await inWorker(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);
    },

    async allowSite(pattern) {
      const page = await puppet.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(`chrome.developerPrivate.addHostPermission('${id}', ${JSON.stringify(pattern)})`);
      await page.close();
    },

    async lockScreen() {
      await inWorker(`chrome.idle.onStateChanged.dispatch('locked')`);
    },

    async stopBackground() {
      const isWorker = (each: Target) => each.type() === 'service_worker' && each.url().includes(id);
      const target = puppet.targets().find(isWorker);
      await watch.releaseWorkers();
      await (await target?.worker())?.close();
      for (let wait = 0; target && puppet.targets().includes(target); wait += 1) {
        if (wait > 200) throw new Error('The service worker does not stop');
        await pause(25);
      }
    },

    async kill() {
      const gone = exited();
      killTree(puppet.process()?.pid as number);
      await gone;
      keepSeen();
    },

    async relaunch() {
      keepSeen();
      // Killed just now, it may still be taken for connected.
      if (puppet.connected) await puppet.close().catch(() => {});
      await start();
    },

    gone: exited,

    async close() {
      if (puppet.connected) await puppet.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },

    async requests() {
      // One turn through the browser, so that events it had already sent are in.
      if (!puppet.connected) return [...earlier];
      await puppet.version();
      return [...earlier, ...watch.urls()];
    },
  };
  return browser;
}
