import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What can be kept, and rejects when it cannot. */
interface Keepable {
  keep: () => Promise<void>;
}

/**
 * Notices when a vault, a practice one too, was opened in another window while a recovery key that nobody kept was shown in this one.
 * @returns whether that is so, the way to put it away, and what to hand each key through that is shown.
 */
export function useVoidKey(isUnlocked: boolean) {
  const isShown = useRef(false);
  const [isVoid, setVoid] = useState(false);
  // At once: a tab in the back is given the other kind of effect a second late.
  useLayoutEffect(() => {
    if (!isUnlocked || !isShown.current) return;
    isShown.current = false;
    setVoid(true);
  }, [isUnlocked]);

  const watch = <T extends Keepable>(prepared: T): T => {
    isShown.current = true;
    const keep = async () => {
      // Before it is kept, since the vault opens before this resolves.
      isShown.current = false;
      try {
        await prepared.keep();
      } catch (cause) {
        isShown.current = true;
        throw cause;
      }
    };
    return { ...prepared, keep };
  };
  return [isVoid, () => setVoid(false), watch] as const;
}
