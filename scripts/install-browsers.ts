import { existsSync } from 'node:fs';
import { heading, runCommand } from './run-tool';

/** Something outside npm that the tests use. */
export type Need = 'chromium' | 'firefox' | 'age' | 'expect' | 'pdftotext' | 'xvfb';

const debianPackages: Record<Need, readonly string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  age: ['age'],
  expect: ['expect'],
  pdftotext: ['poppler-utils'],
  xvfb: ['xvfb', 'xauth'],
};

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

async function installByApt(needs: readonly Need[]): Promise<void> {
  const packages = needs.flatMap(need => debianPackages[need]);
  heading(`Installing ${packages.join(', ')} with apt-get (about half a minute)`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], quiet);
  await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
}

async function download(need: 'chromium' | 'firefox', folder: string): Promise<void> {
  // Loaded here only, because most runs find a browser and never need it.
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (!platform) return;
  const browser = need === 'chromium' ? Browser.CHROME : Browser.FIREFOX;
  heading(`Downloading ${need === 'chromium' ? 'Chrome for Testing' : 'Firefox'} into .browsers/`);
  const buildId = await resolveBuildId(browser, platform, need === 'chromium' ? 'stable' : 'esr');
  await install({ browser, buildId, cacheDir: folder, downloadProgressCallback: 'default' });
}

/**
 * Tries to get what is missing: from Debian's packages when this is Debian or Ubuntu as root, otherwise the two browsers
 * into `folder`. Says what failed and returns all the same; the caller looks again.
 */
export async function installBrowsers(needs: readonly Need[], folder: string): Promise<void> {
  if (canUseApt()) return installByApt(needs);
  for (const need of needs) {
    if (need !== 'chromium' && need !== 'firefox') continue;
    try {
      await download(need, folder);
    } catch (error) {
      console.error(
        `The download of ${need} failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
