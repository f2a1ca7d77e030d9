import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser as Puppet } from 'puppeteer-core';
import { findFirefox } from '../../../scripts/browsers';
import { root } from '../../../scripts/run-tool';
import { type Bidi, type ContextInfo, openBidi } from './bidi';
import { createPageSurface, createSurface } from './create-surface';
import { firefoxPort, loaded } from './firefox-port';
import { extensionUuid, firefoxSettings } from './firefox-settings';
import { type FirefoxWindow, openFirefoxWindow } from './firefox-window';
import { asJson } from './in-page-source';
import { killTree } from './process-tree';
import { savedFile } from './saved-file';
import { openStandIn } from './stand-in';
import type { Browser, LaunchOptions, PageName } from './surface';

interface Manifest {
  browser_specific_settings: { gecko: { id: string } };
}

/** Launches Firefox with the extension. Throws when there is no Firefox or no extension in the folder. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath)
    throw new Error('There is no Firefox; npm test installs one, or set FIREFOX to its path.');
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-firefox-'));
  const downloads = join(folder, 'downloads');
  const profile = join(folder, 'profile');
  for (const each of [downloads, profile]) mkdirSync(each);
  const extension = resolve(
    options.extension ?? join(process.env.SIDELIGHT_DIST ?? join(root, 'dist'), 'firefox'),
  );
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as Manifest;
  const extensionId = manifest.browser_specific_settings.gecko.id;
  const { width = 1280, height = 900 } = options.size ?? {};

  let puppet: Puppet;
  let bidi: Bidi;
  let ui: FirefoxWindow;
  let callContext: string | null = null;
  const earlier: string[] = [];

  /** Puppeteer puts a profile's own settings back once its browser has gone, and says nothing when it has. */
  async function tidied(): Promise<void> {
    const isAside = () =>
      ['prefs.js', 'user.js'].some(name => existsSync(join(profile, `${name}.puppeteer`)));
    for (let wait = 0; isAside(); wait += 1) {
      if (wait > 400) throw new Error('Puppeteer does not put the profile’s settings back');
      await pause(25);
    }
  }

  async function start(): Promise<void> {
    await tidied();
    puppet = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executablePath as string,
      headless: !options.headed,
      userDataDir: profile,
      // Where a person looks on, the caller tidies up on Ctrl+C; otherwise nobody would.
      handleSIGINT: !options.headed,
      handleSIGTERM: !options.headed,
      defaultViewport: null,
      // Without the first, Firefox lets no protocol near an extension's pages.
      args: ['--remote-allow-system-access', '--width', String(width), '--height', String(height)],
      extraPrefsFirefox: firefoxSettings(extensionId, downloads, options),
      env: {
        ...process.env,
        MOZ_HEADLESS_WIDTH: String(width),
        MOZ_HEADLESS_HEIGHT: String(height),
        ...(options.display ? { DISPLAY: options.display } : {}),
      },
    });
    bidi = await openBidi(puppet);
    ui = await openFirefoxWindow(bidi, extensionId);
    await puppet.installExtension(extension);
    callContext = null;
  }

  const addressOf = (name: string, hash = '') => `moz-extension://${extensionUuid}/${name}${hash}`;
  const tabs = async () =>
    (await bidi.send<{ contexts: ContextInfo[] }>('browsingContext.getTree', {})).contexts;
  const isRunning = () => puppet.process()?.exitCode === null && puppet.process()?.signalCode === null;
  const exited = () =>
    new Promise<void>(done => {
      if (isRunning()) puppet.process()?.once('exit', () => done());
      else done();
    });
  const expectCall = () => {
    if (!callContext) throw new Error('openCall comes first');
    return firefoxPort(bidi, callContext, 'the call');
  };

  /** A page of the extension. Keys go where the window's focus is, and the sidebar may have it still. */
  function pageSurface(context: string, name: string) {
    const port = firefoxPort(bidi, context, name);
    const focused = async (act: () => Promise<void>) => {
      await ui.focusPage();
      await act();
    };
    return createPageSurface({
      ...port,
      press: stroke => focused(() => port.press(stroke)),
      type: text => focused(() => port.type(text)),
    });
  }

  async function openTab(url: string): Promise<string> {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await navigate(context, url);
    return context;
  }

  async function navigate(context: string, url: string): Promise<void> {
    await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
    await loaded(bidi, context, `location.href !== 'about:blank'`);
  }

  await start();
  const browser: Browser = {
    name: 'firefox',
    profile,
    downloads,
    version: () => puppet.version(),

    async openCall(url) {
      callContext ??= (await tabs())[0]?.context ?? null;
      const isOpen = (await tabs()).some(each => each.context === callContext);
      if (callContext && isOpen) await navigate(callContext, url);
      else callContext = await openTab(url);
      await expectCall().show();
    },

    async openCallAt(url) {
      const page = await openStandIn(puppet, url);
      // Puppeteer keeps the BiDi context of a page as the id of its main frame.
      callContext = (page.mainFrame() as unknown as { _id: string })._id;
      await expectCall().show();
    },

    async inCall<T>(source: string | (() => T | Promise<T>)) {
      expectCall();
      // By hand, as Puppeteer evaluates in Chromium.
      return JSON.parse(await bidi.evaluate<string>(callContext as string, asJson(source), true)) as T;
    },

    async pictureOfCall(file) {
      await expectCall().show();
      await createSurface(expectCall()).picture(file);
    },

    async openPanel() {
      await expectCall().show();
      let context = await ui.sidebarContext();
      for (let attempt = 0; attempt === 0 || (!context && attempt < 5); attempt += 1) {
        await ui.clickToolbarButton();
        for (let wait = 0; !context && wait < 40; wait += 1) {
          await pause(50);
          context = await ui.sidebarContext();
        }
      }
      if (!context) throw new Error('The sidebar did not open');
      await loaded(bidi, context, `location.protocol === 'moz-extension:'`);
      const port = firefoxPort(bidi, context, 'the sidebar');
      // BiDi's clicks do not move the window's focus to the sidebar, and keys go where that is.
      const focused = async (act: () => Promise<void>) => {
        await ui.focusSidebar();
        await act();
      };
      return createSurface({
        ...port,
        press: stroke => focused(() => port.press(stroke)),
        type: text => focused(() => port.type(text)),
      });
    },

    closePanel: () => ui.closeSidebar(),

    async openPage(name, hash = '') {
      return pageSurface(await openTab(addressOf(name, hash)), name);
    },

    async expectPage(name: PageName, timeoutMs = 8_000) {
      const end = Date.now() + timeoutMs;
      do {
        const found = (await tabs()).find(each => each.url.split(/[?#]/)[0] === addressOf(name));
        if (found) {
          await loaded(bidi, found.context, 'true');
          return pageSurface(found.context, name);
        }
        await pause(50);
      } while (Date.now() < end);
      throw new Error(`The extension opened no ${name} within ${timeoutMs} ms`);
    },

    saved: (name, timeoutMs) => savedFile(downloads, name, timeoutMs),
    runCommand: name => ui.runCommand(name),

    // Its settings answer every such question with yes.
    async allowSite() {},

    async lockScreen() {
      throw new Error('Firefox tells extensions nothing of the screen lock');
    },

    stopBackground: () => ui.stopBackground(),

    async kill() {
      earlier.push(...(await ui.requests()));
      const gone = exited();
      killTree(puppet.process()?.pid as number);
      await gone;
    },

    async relaunch() {
      if (isRunning()) {
        earlier.push(...(await ui.requests()));
        await puppet.close();
      }
      await start();
    },

    gone: exited,

    async close() {
      if (isRunning()) await puppet.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },

    async requests() {
      return isRunning() ? [...earlier, ...(await ui.requests())] : [...earlier];
    },
  };
  return browser;
}
