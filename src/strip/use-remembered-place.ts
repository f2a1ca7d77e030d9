import { useEffect } from 'preact/hooks';
import { getSetting, putSetting, STRIP_PLACES_SETTING } from '../app/here';
import type { OpenVault } from '../app/vault-access';
import { hasOwnWindow, moveWindowHere, screenHere, windowHere } from '../browser/strip-window';
import { isOnScreen, rememberPlace, STRIP_SIZE, usualPlace } from '../domain/strip-place';

/** Milliseconds between two looks at where the window lies: browsers tell of no move. */
const LOOK_EVERY = 2_000;

/** Brings the window into sight, gives its content room the first time, and remembers where the therapist puts it. */
export function useRememberedPlace(vault: OpenVault): void {
  useEffect(() => {
    let known = JSON.stringify(windowHere());
    let timer: ReturnType<typeof setInterval> | undefined;
    let isLeft = false;
    const look = () => {
      const now = JSON.stringify(windowHere());
      // A window that is minimised says nothing about where the strip belongs.
      if (now === known || document.visibilityState === 'hidden') return;
      known = now;
      void remember(vault).catch(() => {});
    };
    void hasOwnWindow().then(async isOwn => {
      if (!isOwn) return;
      await settle(vault).catch(() => {});
      if (!isLeft) timer = setInterval(look, LOOK_EVERY);
    });
    return () => {
      isLeft = true;
      clearInterval(timer);
    };
  }, [vault]);
}

async function settle(vault: OpenVault): Promise<void> {
  const places = await getSetting(vault, STRIP_PLACES_SETTING);
  const here = screenHere();
  if (!isOnScreen(windowHere(), here)) return moveWindowHere(usualPlace(here));
  // Only then is it known how much of the window is its frame.
  const isShort = innerWidth < STRIP_SIZE.width || innerHeight < STRIP_SIZE.height;
  if (places.length === 0 && isShort) {
    await moveWindowHere({
      width: outerWidth + Math.max(0, STRIP_SIZE.width - innerWidth),
      height: outerHeight + Math.max(0, STRIP_SIZE.height - innerHeight),
    });
  }
}

async function remember(vault: OpenVault): Promise<void> {
  const places = await getSetting(vault, STRIP_PLACES_SETTING);
  await putSetting(
    vault,
    STRIP_PLACES_SETTING,
    rememberPlace(places, { screen: screenHere(), window: windowHere() }),
  );
}
