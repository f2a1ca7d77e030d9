import type { VaultInHand } from './backup-jobs';
import type { SearchAnswer } from './search-index';

/**
 * What the page sends to the search's worker: first the vault, then questions, one at a time, and word that the list of
 * sessions was written to.
 */
export type SearchAsk =
  | { readonly do: 'open'; readonly vault: VaultInHand }
  | { readonly do: 'look' }
  | { readonly do: 'find'; readonly query: string; readonly most: number };

/**
 * How the index stands. `reading`: `done` of `of` sessions were read, and those that could be can be found. `ordering`:
 * `done` of the `of` that can be found are in order, after which the best come first and slips are forgiven. `unread`: those
 * of which nothing could be read.
 */
export interface IndexProgress {
  readonly stage: 'reading' | 'ordering' | 'whole';
  readonly done: number;
  readonly of: number;
  readonly unread: number;
}

/** What the worker sends. `changed`: a session was taken in or forgotten after the index was whole. */
export type SearchReply =
  | ({ readonly is: 'progress' } & IndexProgress)
  | { readonly is: 'changed' }
  | { readonly is: 'found'; readonly answer: SearchAnswer }
  | { readonly is: 'failed' };
