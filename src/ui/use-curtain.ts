import { useLayoutEffect, useState } from 'preact/hooks';

/** The cord that moves the curtain of every page. */
export interface Cord {
  follow(onChange: (isDown: boolean) => void): void;
  set(isDown: boolean): void;
}

/** Whether the curtain is down, and the way to move it. This page's own moves show at once. */
export function useCurtain(cord: Cord): [boolean, (isDown: boolean) => void] {
  const [isDown, setDown] = useState(false);
  useLayoutEffect(() => cord.follow(setDown), [cord]);
  const move = (down: boolean) => {
    setDown(down);
    cord.set(down);
  };
  return [isDown, move];
}
