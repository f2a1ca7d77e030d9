/** Milliseconds between two looks at the clock. Timers stop while the computer sleeps, so each look compares instants. */
const LOOK_EVERY = 5_000;

/**
 * Tells of real input in this page, before anything in it acts, and when to look at the clock.
 * @param admit says whether the input may act; `isPress` is a key or a button, not a pointer passing by.
 * @param look is called every few seconds, and whenever the page comes back into sight.
 */
export function followPresence(admit: (isPress: boolean) => boolean, look: () => void): void {
  followInput(window, admit);
  setInterval(look, LOOK_EVERY);
  for (const type of ['focus', 'pageshow']) addEventListener(type, look);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}

/** Tells of real input in one window, as `followPresence` does for the page's own. */
export function followInput(target: Window, admit: (isPress: boolean) => boolean): void {
  const take = (event: Event, isPress: boolean) => {
    // Only a person's own doing counts, not what a script or an assistant makes up.
    if (!event.isTrusted || admit(isPress)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const listen = (type: string, isPress: boolean) =>
    target.addEventListener(type, event => take(event, isPress), { capture: true, passive: false });
  for (const type of ['pointerdown', 'click', 'keydown', 'beforeinput']) listen(type, true);
  target.addEventListener('wheel', event => take(event, false), { capture: true, passive: true });

  let place = '';
  target.addEventListener(
    'pointermove',
    event => {
      // Chromium makes up moves of a resting pointer when the page moves under it.
      const now = `${event.screenX} ${event.screenY}`;
      if (now !== place && place !== '') take(event, false);
      place = now;
    },
    { capture: true, passive: true },
  );
}
