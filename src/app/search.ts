import { type ReadonlySignal, signal } from '@preact/signals';
import { followTable } from '../store/live';
import type { OpenVault } from '../store/open-vault';
import { inHand } from './backup-work';
import type { SearchAnswer } from './search-index';
import type { IndexProgress, SearchAsk, SearchReply } from './search-job';

export type { SearchAnswer, SearchHit } from './search-index';

/**
 *   idle ──begin──▶ building ──▶ ready
 *    ▲ ▲               │ end      │ end (locking, leaving)
 *    │ └───────────────┘          │
 *    └────────────────────────────┘       failed: the store could not be read; begin tries again
 */
export type SearchState =
  | { readonly is: 'idle' }
  | ({ readonly is: 'building'; readonly stage: 'reading' | 'ordering' } & Omit<IndexProgress, 'stage'>)
  | { readonly is: 'ready'; readonly unread: number }
  | { readonly is: 'failed' };

/** How many hits are told at most. */
export const MOST_HITS = 20;

/**
 * The search of one page. All of it lives in a worker's memory, which is gone with `end`. While the index is built it finds
 * what was read so far.
 */
export class Search {
  readonly #state = signal<SearchState>({ is: 'idle' });
  readonly #answer = signal<SearchAnswer | null>(null);
  #worker: Worker | null = null;
  #stop: () => void = () => {};
  #query = '';
  #isAsking = false;
  #isStale = false;

  constructor(private readonly vault: OpenVault) {}

  get state(): ReadonlySignal<SearchState> {
    return this.#state;
  }

  /** What was found for the latest query, and again whenever something changes; null while nothing is asked. */
  get answer(): ReadonlySignal<SearchAnswer | null> {
    return this.#answer;
  }

  get query(): string {
    return this.#query;
  }

  /** Builds the index, unless it stands or is being built. */
  begin(): void {
    if (this.#worker) return;
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    this.#state.value = { is: 'building', stage: 'reading', done: 0, of: 0, unread: 0 };
    worker.onmessage = ({ data }: MessageEvent<SearchReply>) => this.#hear(data);
    worker.onerror = () => this.#fail();
    this.#stop = followTable(this.vault.database, 'sessions', () => this.#send({ do: 'look' }));
    this.#send({ do: 'open', vault: inHand(this.vault) });
  }

  /** Asks for the sessions with these words; an empty query asks for nothing. Begins if need be. */
  find(query: string): void {
    this.#query = query;
    if (query.trim() === '') {
      this.#answer.value = null;
      return;
    }
    this.begin();
    this.#ask();
  }

  /** Ends the worker, and with it everything it has read. */
  end(): void {
    this.#stop();
    this.#worker?.terminate();
    this.#worker = null;
    this.#isAsking = false;
    this.#answer.value = null;
    this.#state.value = { is: 'idle' };
  }

  #hear(reply: SearchReply): void {
    switch (reply.is) {
      case 'progress': {
        const { stage, done, of, unread } = reply;
        const before = this.#state.value;
        const isOrdering = before.is === 'building' && before.stage === 'ordering';
        this.#state.value =
          stage === 'whole' ? { is: 'ready', unread } : { is: 'building', stage, done, of, unread };
        // By the time ordering begins all can be found, and nothing more is until it is done.
        if (stage !== 'ordering' || !isOrdering) this.#ask();
        break;
      }
      case 'changed':
        this.#ask();
        break;
      case 'found':
        this.#isAsking = false;
        if (this.#query.trim() !== '') this.#answer.value = reply.answer;
        if (this.#isStale) this.#ask();
        break;
      case 'failed':
        this.#fail();
    }
  }

  /** One question at a time: while one is answered only the latest of the next ones is kept. */
  #ask(): void {
    if (this.#query.trim() === '') return;
    this.#isStale = this.#isAsking;
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#send({ do: 'find', query: this.#query, most: MOST_HITS });
  }

  #fail(): void {
    this.end();
    this.#state.value = { is: 'failed' };
  }

  #send(ask: SearchAsk): void {
    this.#worker?.postMessage(ask);
  }
}
