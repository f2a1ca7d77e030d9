import { type ReadonlySignal, signal } from '@preact/signals';
import type { SessionSummary } from '../domain/session-summary';
import type { SessionRow } from '../store/database';
import { followQuery } from '../store/live';
import type { OpenVault } from '../store/open-vault';
import { lastPlace, openSummaries, rowsBetween } from '../store/sessions';
import { nonceOf } from '../vault/seal';

/** One session as the lists know it. `summary` is null when its row is damaged. */
export interface KnownSession {
  readonly id: string;
  /** Grows with each session. */
  readonly n: number;
  readonly summary: SessionSummary | null;
}

/** How many places are read and opened at once. A change reads so many rows again, not all of them. */
const PAGE = 500;

interface Kept {
  readonly nonce: string;
  readonly known: KnownSession;
}

/**
 * Every session's summary, opened once and kept in memory while the vault is open: newest first. A summary that was changed
 * by any page is opened again, the others are not.
 */
export class Summaries {
  readonly #all = signal<readonly KnownSession[] | null>(null);
  /** By page, oldest first; absent until it was read. */
  readonly #pages: (readonly Kept[] | undefined)[] = [];
  #stops: (() => void)[] = [];
  #isClosed = false;

  constructor(private readonly vault: OpenVault) {
    this.#stops.push(
      followQuery(
        () => lastPlace(vault),
        last => void this.#reach(pageOf(last)),
      ),
    );
  }

  /** Null until the first look is done. */
  get all(): ReadonlySignal<readonly KnownSession[] | null> {
    return this.#all;
  }

  close(): void {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
  }

  /** Follows every page up to this one, the newest first, each once. Between two of them the page can paint. */
  async #reach(last: number): Promise<void> {
    const from = this.#pages.length;
    if (last < from) return;
    this.#pages.length = last + 1;
    let before = Promise.resolve();
    for (let page = last; page >= from && !this.#isClosed; page -= 1) {
      // The browser reads one page while this thread opens the one before it.
      const read = this.#follow(page);
      await before;
      before = read;
    }
  }

  /** Resolves once the page was read for the first time. */
  #follow(page: number): Promise<void> {
    return new Promise(resolve => {
      let latest = 0;
      const stop = followQuery(
        () => rowsBetween(this.vault, page * PAGE, (page + 1) * PAGE),
        async rows => {
          latest += 1;
          const mine = latest;
          const opened = await this.#open(rows, this.#pages[page] ?? []);
          if (mine !== latest || this.#isClosed) return;
          this.#pages[page] = opened;
          this.#tell();
          resolve();
        },
      );
      this.#stops.push(stop);
    });
  }

  async #open(rows: readonly SessionRow[], kept: readonly Kept[]): Promise<Kept[]> {
    const known = new Map(kept.map(one => [one.known.n, one]));
    const stale = rows.filter(({ n, box }) => known.get(n)?.nonce !== nonceOf(box));
    const opened = await openSummaries(this.vault, stale);
    stale.forEach(({ n, id, box }, index) => {
      known.set(n, { nonce: nonceOf(box), known: { id, n, summary: opened[index]?.summary ?? null } });
    });
    return rows.flatMap(({ n }) => known.get(n) ?? []);
  }

  #tell(): void {
    if (this.#pages.includes(undefined)) return;
    this.#all.value = this.#pages.flatMap(page => (page ?? []).map(({ known }) => known)).reverse();
  }
}

function pageOf(n: number): number {
  return Math.floor(n / PAGE);
}
