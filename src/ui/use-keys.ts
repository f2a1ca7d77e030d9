import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';

/** What each key does: `1`, `Shift+1`, `t`. Digits go by their place on the keyboard, letters by what they write. */
export type Keys = Readonly<Record<string, () => void>>;

/** Whether keys without Ctrl or Alt act at all, as the therapist has set it. */
export const SingleKeys = createContext(true);

/** Whether a key is left to others that want it: the sheet of keys is everywhere, and an answer may be a `?`. */
type Claim = 'takes' | 'yields';

const claims = new Set<{ readonly keys: Keys; readonly where: Document; readonly claim: Claim }>();

/**
 * Acts on keys while the page has the focus and nobody is typing. Keys with Ctrl, Alt or Meta belong to others.
 * @param where the document whose keys are meant, when it is not the page's own.
 */
export function useKeys(keys: Keys, where: Document = document, claim: Claim = 'takes'): void {
  const areOn = useContext(SingleKeys);
  useLayoutEffect(() => {
    const mine = { keys, where, claim };
    const isTakenByAnother = (name: string) =>
      [...claims].some(one => one.claim === 'takes' && one.where === where && name in one.keys);
    const onKeyDown = (event: KeyboardEvent) => {
      // The way out of a field by hand: from here on the keys act again.
      if (event.key === 'Escape' && isTyping(event.target)) (event.target as HTMLElement).blur();
      if (!areOn || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target))
        return;
      // A dialog has the word; what lies behind it must not change unseen.
      if (where.querySelector('dialog[open]')) return;
      const name = nameOf(event);
      const act = keys[name];
      if (!act || (claim === 'yields' && isTakenByAnother(name))) return;
      event.preventDefault();
      act();
    };
    claims.add(mine);
    where.addEventListener('keydown', onKeyDown);
    return () => {
      claims.delete(mine);
      where.removeEventListener('keydown', onKeyDown);
    };
  }, [keys, where, areOn, claim]);
}

function nameOf({ code, key, shiftKey }: KeyboardEvent): string {
  // On many keyboards a digit needs Shift, or Shift turns it into a sign; its place is the same on all of them.
  // The number pad writes digits only while NumLock is on; else its keys scroll.
  const digit =
    /^Digit(\d)$/.exec(code)?.[1] ?? (/^Numpad\d$/.test(code) ? /^\d$/.exec(key)?.[0] : undefined);
  // Where a sign stands on the keyboard differs from country to country, so it goes by what it writes.
  if (key === '?') return key;
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
