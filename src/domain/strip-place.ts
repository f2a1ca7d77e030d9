/** A screen as a page on it sees it: where it begins among the others, and its size, in CSS pixels. */
export interface ScreenShape {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window lies among the screens, and its outer size, in CSS pixels. */
export interface WindowPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the strip lay on one screen. */
export interface StripPlace {
  readonly screen: ScreenShape;
  readonly window: WindowPlace;
}

/** The size of the strip's content when it opens for the first time, in CSS pixels. */
export const STRIP_SIZE = { width: 640, height: 110 } as const;

/** What to ask for where it floats, in CSS pixels: Chromium counts the sides of the frame into the width. */
export const FLOATING_SIZE = { width: STRIP_SIZE.width + 16, height: STRIP_SIZE.height } as const;

/** As many screens as a therapist works at. */
const MOST_SCREENS = 6;

/** The places with this one in front, one for each screen. */
export function rememberPlace(places: readonly StripPlace[], place: StripPlace): readonly StripPlace[] {
  const others = places.filter(({ screen }) => !isSameScreen(screen, place.screen));
  return [place, ...others].slice(0, MOST_SCREENS);
}

/**
 * Where to try to open the strip, best first: where it lay last, wherever that was; where it lay last on this screen; at
 * the top of this screen in the middle, where the camera is. The browser refuses what is on no screen.
 */
export function placesToTry(places: readonly StripPlace[], here: ScreenShape): readonly WindowPlace[] {
  const onThis = places.find(({ screen }) => isSameScreen(screen, here));
  const known = [...new Set([places[0], onThis])].flatMap(place => (place ? [place.window] : []));
  return [...known, usualPlace(here)];
}

/** At the top of the screen, in the middle. */
export function usualPlace({ left, top, width }: ScreenShape): WindowPlace {
  return { ...STRIP_SIZE, left: left + Math.max(0, Math.round((width - STRIP_SIZE.width) / 2)), top };
}

/** Whether at least half of the window's width and all of its upper edge are on the screen. */
export function isOnScreen(place: WindowPlace, screen: ScreenShape): boolean {
  const middle = place.left + place.width / 2;
  return (
    middle >= screen.left &&
    middle <= screen.left + screen.width &&
    place.top >= screen.top - 1 &&
    place.top < screen.top + screen.height - 1
  );
}

function isSameScreen(one: ScreenShape, other: ScreenShape): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height
  );
}
