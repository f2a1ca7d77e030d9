import { type SessionMemory, sessionMemory } from './session-memory';

/** Whether a page has looked at the store since the browser started. Null where nothing needs doing then. */
export function firstLook(): SessionMemory<true> | null {
  return __CHROMIUM__ ? sessionMemory<true>('looked') : null;
}
