import { sessionMemory } from './session-memory';

/** The curtain over every page of Sidelight at once. */
export interface CurtainCord {
  /** Calls back with how the curtain is, now and after every change. */
  follow(onChange: (isDown: boolean) => void): void;
  set(isDown: boolean): void;
}

/** The one cord; each page draws it and follows it. */
export function curtain(): CurtainCord {
  const memory = sessionMemory<true>('curtain');
  return {
    follow: onChange => {
      memory.follow(isDown => onChange(isDown ?? false));
      void memory.read().then(isDown => onChange(isDown ?? false));
    },
    set: isDown => void (isDown ? memory.write(true) : memory.clear()),
  };
}
