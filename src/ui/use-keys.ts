import { useEffect } from 'preact/hooks';

/** What each key does: `1`, `Shift+1`, `t`. Digits go by their place on the keyboard, letters by what they write. */
export type Keys = Readonly<Record<string, () => void>>;

/** Acts on keys while the page has the focus and nobody is typing. Keys with Ctrl, Alt or Meta belong to others. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The way out of a field by hand: from here on the keys act again.
      if (event.key === 'Escape' && isTyping(event.target)) (event.target as HTMLElement).blur();
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) return;
      const act = keys[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

function nameOf({ code, key, shiftKey }: KeyboardEvent): string {
  // On many keyboards a digit needs Shift, or Shift turns it into a sign; its place is the same on all of them.
  // The number pad writes digits only while NumLock is on; else its keys scroll.
  const digit =
    /^Digit(\d)$/.exec(code)?.[1] ?? (/^Numpad\d$/.test(code) ? /^\d$/.exec(key)?.[0] : undefined);
  if (digit) return shiftKey ? `Shift+${digit}` : digit;
  return shiftKey ? `Shift+${key.toLowerCase()}` : key.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
