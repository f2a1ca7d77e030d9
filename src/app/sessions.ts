import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChecklistRef } from '../domain/checklist';
import type { PhaseShares } from '../domain/phase';
import type { Refusal } from '../domain/refusal';
import { startClock } from '../domain/session-clock';
import { followQuery } from '../store/live';
import type { OpenVault } from '../store/open-vault';
import {
  createSession,
  getLiveSession,
  type ListedSession,
  listRows,
  openSummaries,
  setAside,
} from '../store/sessions';
import { LiveSession } from './live-session';
import type { World } from './world';

/** What a therapist settles before a session. `client` is a pseudonym, or null for no client. */
export interface SessionPlan {
  readonly client: string | null;
  readonly checklist: ChecklistRef;
  /** Minutes. */
  readonly planned: number;
  readonly shares?: PhaseShares;
  readonly intention?: string;
  /** Behaviours by id: those in focus, and those the client's context brings forward. */
  readonly focus?: string[];
  readonly lead?: string[];
}

/** The newest sessions and how many there are in all. */
export interface SessionsList {
  readonly listed: readonly ListedSession[];
  readonly total: number;
}

/** Milliseconds until a session that would not open is tried again. */
const RETRY_AFTER = 2_000;

/** The sessions of one open vault, in one page. */
export class Sessions {
  readonly #live = signal<LiveSession | null | undefined>(undefined);

  #opening: { readonly id: string; readonly opened: Promise<LiveSession> } | null = null;

  constructor(
    private readonly vault: OpenVault,
    private readonly world: World,
  ) {
    followQuery(
      () => getLiveSession(vault),
      id => this.#hear(id),
    );
  }

  /**
   * The session of the moment: undefined until known, null when there is none. A session that ended while this page
   * had it open stays here, ended, until `leave`.
   */
  get live(): ReadonlySignal<LiveSession | null | undefined> {
    return this.#live;
  }

  /** Starts a session; refused while another is live. */
  async start(plan: SessionPlan): Promise<LiveSession | Refusal> {
    const id = this.world.newId();
    const clock = startClock(this.world.readClocks());
    const created = await createSession(
      this.vault,
      id,
      { type: 'started', day: this.world.today(), ...plan },
      clock,
    );
    if (!created) return { refused: 'already-live' };
    return this.#settle(id) as Promise<LiveSession>;
  }

  /** Lets go of a live session that cannot be read. Nothing of its record is deleted. */
  async setAside(id: string): Promise<void> {
    await setAside(this.vault, id);
    this.leave();
  }

  /** Lets go of a session that has ended. */
  leave(): void {
    this.#live.value?.close();
    this.#live.value = null;
  }

  /** Tells the newest sessions now and after every change, until the returned function is called. */
  followList(most: number, onList: (list: SessionsList) => void): () => void {
    let latest = 0;
    const stop = followQuery(
      () => listRows(this.vault, most),
      async ({ rows, total }) => {
        latest += 1;
        const mine = latest;
        const listed = await openSummaries(this.vault, rows);
        // Opening takes its time; an answer that was overtaken, or that nobody waits for, is dropped.
        if (mine === latest) onList({ listed, total });
      },
    );
    return () => {
      latest = -1;
      stop();
    };
  }

  #hear(id: string | null): void {
    this.#settle(id).catch(() => setTimeout(() => this.#hear(id), RETRY_AFTER));
  }

  async #settle(id: string | null): Promise<LiveSession | null> {
    const now = this.#live.value;
    if (id === null) {
      if (now === undefined) this.#live.value = null;
      return null;
    }
    if (now?.id === id) return now;
    // Starting a session and hearing of it come at the same time; both mean the one that is being opened.
    if (this.#opening?.id !== id) this.#opening = { id, opened: this.#open(id) };
    const { opened } = this.#opening;
    // A session that would not open is tried anew at the next asking.
    opened.catch(() => {
      this.#opening = null;
    });
    return opened;
  }

  async #open(id: string): Promise<LiveSession> {
    const opened = await LiveSession.open(this.vault, this.world, id);
    this.#live.value?.close();
    this.#live.value = opened;
    return opened;
  }
}
