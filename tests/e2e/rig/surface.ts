/** What a control shows to assistive technology. Absent means that it has no such state. */
export interface ControlState {
  text: string;
  value?: string;
  checked?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  focused?: boolean;
}

/**
 * A page of the extension as a person meets it: found by role and accessible name, driven by trusted mouse and keyboard.
 * A string must be the whole name, white space aside. Hidden and inert parts do not exist. Acts wait until the control is
 * there, enabled and not covered, and throw after the timeout, saying which roles and names were there instead.
 * Roles that are named by their author only (alert, status, listitem …) also answer to their text.
 * The role `any` is every element that has a name, a file field's role is `file`.
 */
export interface Surface {
  click(role: string, name: string | RegExp): Promise<void>;
  /** Replaces the field's text. Short text is typed key by key, long text arrives at once as pasted text does. */
  fill(role: 'textbox' | 'searchbox', name: string | RegExp, text: string): Promise<void>;
  /** Chooses the option of a combobox that reads `option`. */
  choose(name: string | RegExp, option: string): Promise<void>;
  /** Gives a file to the file field of this name. */
  attach(name: string | RegExp, file: string): Promise<void>;
  /** One trusted key, e.g. `1`, `Shift+1`, `n`, `Escape`, `Tab`, to whatever has the focus in this document. */
  press(key: string): Promise<void>;
  has(role: string, name: string | RegExp): Promise<boolean>;
  count(role: string, name: string | RegExp): Promise<number>;
  wait(role: string, name: string | RegExp, timeoutMs?: number): Promise<void>;
  waitGone(role: string, name: string | RegExp, timeoutMs?: number): Promise<void>;
  state(role: string, name: string | RegExp): Promise<ControlState>;
  /** Waits until the expression or function is true in the document. */
  until(source: string | (() => boolean), what: string, timeoutMs?: number): Promise<void>;
  /** The same page, but only what is inside the first such element (say, one radiogroup of many). */
  within(role: string, name: string | RegExp): Surface;
  /** The text a person sees. */
  text(): Promise<string>;
  /** Runs an expression, or a function that needs nothing from outside, in the document. The result must survive JSON. */
  eval<T>(source: string | (() => T | Promise<T>)): Promise<T>;
  /** Saves a PNG of this page. */
  picture(file: string): Promise<void>;
  /** What axe-core complains about, one line for each rule: its id, and where. */
  axe(): Promise<string[]>;
}

/** A surface in a tab or a window of its own. */
export interface PageSurface extends Surface {
  close(): Promise<void>;
  /** Loads the page again. */
  reload(): Promise<void>;
  /** Has the browser print this page into a PDF file. */
  pdf(file: string): Promise<void>;
  /** Sets the page's size in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
}

/** The extension's pages. */
export type PageName = 'desk.html' | 'panel.html' | 'strip.html';

/** How to launch. Everything has a default: headless, 1280 × 900, light, the built extension, a new profile. */
export interface LaunchOptions {
  headed?: boolean;
  size?: { width: number; height: number };
  dark?: boolean;
  /** Shows pages in the few colours a person has chosen for everything, as Windows’ contrast themes do. */
  forcedColours?: boolean;
  /** The folder with the extension's manifest. */
  extension?: string;
  /** The X display to show a headed browser on. */
  display?: string;
}

/** A real browser with the extension in it, cut off from every network but this computer. */
export interface Browser {
  readonly name: 'chromium' | 'firefox';
  /** The folder of the profile, to search for what was written to disk. */
  readonly profile: string;
  /** The folder that downloads are saved to; it may not be there yet. */
  readonly downloads: string;
  /** The browser's version, as it tells it. */
  version(): Promise<string>;
  /** Shows this address in the call's tab, in front. */
  openCall(url: string): Promise<void>;
  /** Shows an empty page in the call's tab that the browser takes for the one at this address; nothing goes out. */
  openCallAt(url: string): Promise<void>;
  /** Evaluates in the call's page, say `practiceCall.stats()`. */
  inCall<T>(source: string | (() => T | Promise<T>)): Promise<T>;
  /** A picture of the call's page. */
  pictureOfCall(file: string): Promise<void>;
  /** Clicks the toolbar button on the call's tab. @returns the real side panel or sidebar. */
  openPanel(): Promise<Surface>;
  closePanel(): Promise<void>;
  /** Opens a page of the extension in a new tab, in front. */
  openPage(name: PageName, hash?: string): Promise<PageSurface>;
  /** Waits for a page that the extension itself opens in a tab or window, the panel aside. */
  expectPage(name: PageName, timeoutMs?: number): Promise<PageSurface>;
  /** Waits for a download whose file name matches. @returns the complete file's path. */
  saved(name: RegExp, timeoutMs?: number): Promise<string>;
  /** Does what the key of one of the extension's commands does. */
  runCommand(name: string): Promise<void>;
  /** Answers the browser's question ahead: the extension may have this site, say `https://calls.example/*`, once it asks. */
  allowSite(pattern: string): Promise<void>;
  /** Locks the computer's screen, as far as the extension is told. Only Chromium tells. */
  lockScreen(): Promise<void>;
  /** Stops the service worker or event page, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Kills the whole browser at once, with no chance to tidy up. */
  kill(): Promise<void>;
  /** Starts again with the same profile and extension; closes first when still running. Surfaces from before are void. */
  relaunch(): Promise<void>;
  /** Resolves when the browser is gone, say when a person closed it. */
  gone(): Promise<void>;
  /** Closes, and removes the profile and the downloads. */
  close(): Promise<void>;
  /**
   * Every request that extension contexts (pages, frames, workers, the background) sent out since the first launch, as seen
   * from outside them; what the extension's own security policy stopped never left and is not listed.
   */
  requests(): Promise<string[]>;
}
