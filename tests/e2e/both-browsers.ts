import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
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
