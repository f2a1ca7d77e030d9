import { sameJson } from './same-json';
import type { LoggedEvent } from './session-event';

/** A place of a log as it lies in the vault: what was opened there, or null when it did not open. */
export type LogHere = ReadonlyMap<number, { readonly content: unknown } | null>;

/** What a second log of the same session adds to the one that is here. */
export type JoinedLog =
  /** Both tell one story. `added` has no place here yet; `mended` has one that does not open. */
  | {
      readonly is: 'one-story';
      readonly added: readonly LoggedEvent[];
      readonly mended: readonly LoggedEvent[];
    }
  /** They tell different things from this event of the second log on; neither may take the other's place. */
  | { readonly is: 'two-stories'; readonly from: LoggedEvent };

/** Joins two logs place by place. Nothing that is here and can be read is ever replaced. */
export function joinLogs(here: LogHere, log: readonly LoggedEvent[]): JoinedLog {
  const added: LoggedEvent[] = [];
  const mended: LoggedEvent[] = [];
  for (const logged of log) {
    const known = here.get(logged.seq);
    if (known === undefined) added.push(logged);
    else if (known === null) mended.push(logged);
    else if (!sameJson(known.content, logged.event)) return { is: 'two-stories', from: logged };
  }
  return { is: 'one-story', added, mended };
}
