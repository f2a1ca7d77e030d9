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

/** How the index stands: sessions read, sessions there are, and those of which nothing could be read. */
export interface IndexProgress {
  readonly done: number;
  readonly of: number;
  readonly unread: number;
  readonly isWhole: boolean;
}

/** What the worker sends. `changed`: a session was taken in or forgotten after the index was whole. */
export type SearchReply =
  | ({ readonly is: 'progress' } & IndexProgress)
  | { readonly is: 'changed' }
  | { readonly is: 'found'; readonly answer: SearchAnswer }
  | { readonly is: 'failed' };
