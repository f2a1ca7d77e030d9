import { type Checklist, keyedCore } from '../domain/checklist';
import type { Command } from '../domain/decide';
import type { Session } from '../domain/session';
import { MOMENT_KINDS } from '../domain/session-event';
import { MOMENT_KEYS } from './moment-keys';
import type { Keys } from './use-keys';

/** What the keys of a live session need to know at the moment they are pressed. */
export interface LiveKeysProps {
  checklist: Checklist;
  getSession: () => Session | null;
  /** Whether an act on this behaviour is still on its way to the disk. */
  isWaiting: (behaviour: string) => boolean;
  onCommand: (command: Command) => void;
  /** The page whose controls carry the keys. */
  where: Document;
  /** Hears of a mark that stays, as its behaviour does not stand on the screen. */
  onStays?: (behaviour: string) => void;
}

/**
 * The keys that the panel and the strip share: ticks, misses, moments and undo. A digit keeps its behaviour when another phase
 * takes it off the screen; there it gives a mark and takes none back, which nobody would see.
 */
export function liveKeys(props: LiveKeysProps): Keys {
  const { checklist, getSession, isWaiting, onCommand, where, onStays } = props;
  const isShown = (key: number) =>
    [...where.querySelectorAll(`[aria-keyshortcuts="${key}"]`)].some(control => control.checkVisibility());
  const toggle = (key: number, behaviour: string, mark: 'ticked' | 'missed') => {
    // A second press while the first is on its way to the disk would only ask for the same again.
    if (isWaiting(behaviour)) return;
    const stands = getSession()?.marks.get(behaviour)?.is === mark;
    if (stands && !isShown(key)) return onStays?.(behaviour);
    const command = mark === 'ticked' ? (stands ? 'untick' : 'tick') : stands ? 'unmiss' : 'miss';
    onCommand({ do: command, behaviour });
  };
  const digits = keyedCore(checklist).flatMap(({ key, behaviour: { id } }) => [
    [String(key), () => toggle(key, id, 'ticked')] as const,
    [`Shift+${key}`, () => toggle(key, id, 'missed')] as const,
  ]);
  const moments = MOMENT_KINDS.flatMap(kind => {
    const key = MOMENT_KEYS[kind];
    return key ? [[key, () => onCommand({ do: 'mark-moment', kind })] as const] : [];
  });
  return { ...Object.fromEntries([...digits, ...moments]), u: () => onCommand({ do: 'undo' }) };
}
