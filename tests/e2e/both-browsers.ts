import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { root } from '../../scripts/run-tool';
import { launchChromium } from './rig/chromium';
import { launchFirefox } from './rig/firefox';
import type { Browser, LaunchOptions } from './rig/surface';

const LAUNCHERS = [
  ['Chromium', launchChromium, 'chrome'],
  ['Firefox', launchFirefox, 'firefox'],
] as const;

/** The folder with the builds for both, if it is not `dist`. */
const BUILDS = process.env.SIDELIGHT_BUILDS;

/** Runs one story in the real Chromium and the real Firefox, each with a browser and a profile of its own. */
export function inBothBrowsers(
  story: string,
  tell: (browser: () => Browser) => void,
  options: LaunchOptions = {},
): void {
  describe.each(LAUNCHERS)(`${story}, in %s`, (_, launch, build) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch({ ...options, ...(BUILDS ? { extension: join(BUILDS, build) } : {}) });
    });
    afterAll(() => browser?.close());
    tell(() => browser);
  });
}

/** The same with a changed copy of the extension. `copyOf` is given the folder of what was built. */
export function inBothBrowsersWith(
  copyOf: (built: string) => { folder: string; remove: () => void },
  story: string,
  tell: (browser: () => Browser) => void,
): void {
  const builds = BUILDS ?? process.env.SIDELIGHT_DIST ?? join(root, 'dist');
  describe.each(LAUNCHERS)(`${story}, in %s`, (_, launch, build) => {
    let browser: Browser;
    let copy: { folder: string; remove: () => void };
    beforeAll(async () => {
      copy = copyOf(join(builds, build));
      browser = await launch({ extension: copy.folder });
    });
    afterAll(async () => {
      await browser?.close();
      copy?.remove();
    });
    tell(() => browser);
  });
}

/** The same with two people, each with a browser and a profile of their own. */
export function inBothBrowsersByTwo(
  story: string,
  tell: (first: () => Browser, second: () => Browser) => void,
): void {
  describe.each(LAUNCHERS)(`${story}, in %s`, (_, launch, build) => {
    const browsers: Browser[] = [];
    beforeAll(async () => {
      const options = BUILDS ? { extension: join(BUILDS, build) } : {};
      browsers.push(await launch(options), await launch(options));
    });
    afterAll(async () => {
      for (const browser of browsers) await browser.close();
    });
    tell(
      () => browsers[0] as Browser,
      () => browsers[1] as Browser,
    );
  });
}
