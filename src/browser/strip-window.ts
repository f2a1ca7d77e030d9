import browser from 'webextension-polyfill';

/** Where a window lies, with its outer size, in CSS pixels. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

let opening: Promise<boolean> | null = null;

/**
 * Brings the strip to the front, or opens it in a window of its own at the first of these places the browser takes.
 * @returns false when the browser opens no window.
 */
export function openStrip(places: readonly Place[]): Promise<boolean> {
  opening ??= open(places).finally(() => {
    opening = null;
  });
  return opening;
}

async function open(places: readonly Place[]): Promise<boolean> {
  const url = browser.runtime.getURL('strip.html');
  const [there] = await browser.tabs.query({ url: `${url}*` }).catch(() => []);
  if (there?.id !== undefined && there.windowId !== undefined) {
    await browser.tabs.update(there.id, { active: true });
    await browser.windows.update(there.windowId, { focused: true, state: 'normal' });
    return true;
  }
  for (const place of [...places, {}]) {
    try {
      const { id } = await browser.windows.create({ type: 'popup', url, ...place });
      // A window manager, or a size the browser was started with, may have had its own way.
      if (id !== undefined) await browser.windows.update(id, place).catch(() => {});
      return true;
    } catch {
      // A place on a screen that is gone is refused by the browser; the next one may do.
    }
  }
  return false;
}

/** The screen this page is on, without the edges that the system keeps. */
export function screenHere() {
  // Where a screen begins is not in the standard, but in both browsers.
  const { availLeft = 0, availTop = 0 } = screen as Screen & { availLeft?: number; availTop?: number };
  return { left: availLeft, top: availTop, width: screen.availWidth, height: screen.availHeight };
}

/** Where this page's window lies, with its frame. */
export function windowHere(): Place {
  return { left: screenX, top: screenY, width: outerWidth, height: outerHeight };
}

/** Whether this page has a window to itself, and is no tab among others. */
export async function hasOwnWindow(): Promise<boolean> {
  return (await browser.windows.getCurrent()).type === 'popup';
}

/** Moves and sizes this page's window. */
export async function moveWindowHere(place: Partial<Place>): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.windows.update(id, place);
}
