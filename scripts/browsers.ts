import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { installBrowsers, type Need } from './install-browsers';
import { root } from './run-tool';

/** The paths of the two executables the tests drive. */
export interface Executables {
  chromium: string;
  firefox: string;
}

/** Browsers that the project downloaded for itself live here. */
export const browsersFolder = resolve(root, '.browsers');

const programFiles = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter(folder => folder !== undefined);

/** Best first: branded Chrome and Edge come last, because only a debugging pipe can install an extension there. */
const chromiumPlaces = [
  // Debian's and Ubuntu's real binary; the wrapper in /usr/bin adds flags of its own.
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...programFiles.map(folder => join(folder, 'Chromium/Application/chrome.exe')),
  ...onPath('chromium', 'chromium-browser'),
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...programFiles.map(folder => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ...onPath('google-chrome-stable', 'google-chrome'),
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles.map(folder => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ...onPath('microsoft-edge'),
];

const firefoxPlaces = [
  ...onPath('firefox-esr', 'firefox'),
  '/usr/lib/firefox-esr/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ...programFiles.map(folder => join(folder, 'Mozilla Firefox/firefox.exe')),
];

function onPath(...names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap(name => folders.map(folder => join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function downloaded(names: readonly string[]): string[] {
  if (!existsSync(browsersFolder)) return [];
  return readdirSync(browsersFolder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && names.includes(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
}

/** @returns the Chromium to use: the environment's CHROMIUM, one of the project's own, one installed here, or null. */
export function findChromium(): string | null {
  const own = downloaded(['chrome', 'chrome.exe', 'Google Chrome for Testing']);
  const named = [process.env.SIDELIGHT_CHROMIUM, process.env.CHROMIUM].filter(file => file !== undefined);
  return [...named, ...own, ...chromiumPlaces].find(isExecutable) ?? null;
}

/** @returns the Firefox to use: the environment's FIREFOX, one of the project's own, one installed here, or null. */
export function findFirefox(): string | null {
  const own = downloaded(['firefox', 'firefox.exe']);
  const named = [process.env.SIDELIGHT_FIREFOX, process.env.FIREFOX].filter(file => file !== undefined);
  return [...named, ...own, ...firefoxPlaces].find(isExecutable) ?? null;
}

function missing(wanted: readonly Need[]): Need[] {
  const found: Record<Need, () => boolean> = {
    chromium: () => findChromium() !== null,
    firefox: () => findFirefox() !== null,
    age: () => onPath('age').some(isExecutable),
    expect: () => onPath('expect').some(isExecutable),
    pdftotext: () => onPath('pdftotext').some(isExecutable),
    xvfb: () => process.platform !== 'linux' || onPath('Xvfb').some(isExecutable),
  };
  return wanted.filter(need => !found[need]());
}

/**
 * Finds the browsers, installing what is missing. The small tools (age, expect, pdftotext, Xvfb) are installed where apt-get can do it
 * and otherwise only named, as single tests need them.
 * Throws, saying what to do, when a browser can neither be found nor be had.
 */
export async function ensureBrowsers(
  wanted: readonly Need[] = ['chromium', 'firefox', 'age', 'expect', 'pdftotext', 'xvfb'],
): Promise<Executables> {
  const absent = missing(wanted);
  if (absent.length > 0) await installBrowsers(absent, browsersFolder);
  const still = missing(wanted);
  const chromium = findChromium();
  const firefox = findFirefox();
  if (still.includes('chromium') || still.includes('firefox')) {
    throw new Error(
      `Could not find or install ${still.join(' and ')}. Install it as you install other programs, ` +
        'or point CHROMIUM and FIREFOX at the executables, then run this again.',
    );
  }
  if (still.length > 0)
    console.warn(`Not installed, so the tests that need it cannot pass: ${still.join(', ')}.`);
  return { chromium: chromium ?? '', firefox: firefox ?? '' };
}
