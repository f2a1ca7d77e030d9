import { type ReadonlySignal, signal } from '@preact/signals';
import type { SessionSummary } from '../domain/session-summary';
import type { SessionRow } from '../store/database';
import { followQuery } from '../store/live';
import type { OpenVault } from '../store/open-vault';
import { openSummaries } from '../store/sessions';

/** One session as the lists know it. `summary` is null when its row is damaged. */
export interface KnownSession {
  readonly id: string;
  /** Grows with each session. */
  readonly n: number;
  readonly summary: SessionSummary | null;
}

/** How many summaries are opened before the page is let breathe. */
const AT_ONCE = 250;

/**
 * Every session's summary, opened once and kept in memory while the vault is open: newest first. A summary that was changed
 * by any page is opened again, the others are not.
 */
export class Summaries {
  readonly #all = signal<readonly KnownSession[] | null>(null);
  readonly #kept = new Map<number, { readonly box: Uint8Array; readonly known: KnownSession }>();
  #round = 0;
  readonly #stop: () => void;

  constructor(private readonly vault: OpenVault) {
    this.#stop = followQuery(
      () => vault.database.sessions.reverse().toArray(),
      rows => void this.#take(rows),
    );
  }

  /** Null until the first look is done. */
  get all(): ReadonlySignal<readonly KnownSession[] | null> {
    return this.#all;
  }

  close(): void {
    this.#round = -1;
    this.#stop();
  }

  async #take(rows: readonly SessionRow[]): Promise<void> {
    if (this.#round < 0) return;
    this.#round += 1;
    const mine = this.#round;
    const stale = rows.filter(({ n, box }) => !isSameBox(this.#kept.get(n)?.box, box));
    for (let from = 0; from < stale.length; from += AT_ONCE) {
      const batch = stale.slice(from, from + AT_ONCE);
      const opened = await openSummaries(this.vault, batch);
      if (mine !== this.#round) return;
      batch.forEach(({ n, id, box }, index) => {
        this.#kept.set(n, { box, known: { id, n, summary: opened[index]?.summary ?? null } });
      });
    }
    const present = new Set(rows.map(({ n }) => n));
    for (const n of this.#kept.keys()) if (!present.has(n)) this.#kept.delete(n);
    this.#all.value = rows.flatMap(({ n }) => this.#kept.get(n)?.known ?? []);
  }
}

/** Each sealing draws a new nonce, which stands first; the same one means the same box. */
function isSameBox(kept: Uint8Array | undefined, box: Uint8Array): boolean {
  return kept?.length === box.length && box.subarray(0, 12).every((byte, index) => kept[index] === byte);
}
