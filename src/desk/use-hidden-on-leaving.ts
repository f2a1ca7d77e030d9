import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { followSetting, HIDE_DESK_SETTING } from '../app/lock-settings';

/**
 * Whether this tab hid by itself when the therapist left it, and the way to show it again. Only this tab: the panel
 * stays beside the call that the therapist went to.
 */
export function useHiddenOnLeaving(vault: Parameters<typeof followSetting>[0] | null): [boolean, () => void] {
  const [wasLeft, setLeft] = useState(false);
  const isWanted = useRef(HIDE_DESK_SETTING.usual);
  useLayoutEffect(() => {
    if (!vault) return;
    return followSetting(vault, HIDE_DESK_SETTING, wanted => {
      isWanted.current = wanted;
    });
  }, [vault]);
  useLayoutEffect(() => {
    const onChange = () => {
      if (document.visibilityState === 'hidden' && isWanted.current) setLeft(true);
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);
  return [wasLeft, () => setLeft(false)];
}
