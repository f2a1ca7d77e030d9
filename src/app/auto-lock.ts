import {
  type IdleWatch,
  type LockAfter,
  parseWatch,
  resetClock,
  type Standing,
  standingAt,
  startWatch,
  touch,
  USUAL_LOCK_AFTER,
} from '../vault/auto-lock';
import type { HeldKey, KeyMemory, SharedMemory, VaultKind } from './key-memory';

/** What auto-lock asks of the world. */
export interface AutoLockPorts {
  readonly held: KeyMemory;
  /** Holds an `IdleWatch`, beside the key. */
  readonly watch: SharedMemory<unknown>;
  /** Wakes the background at this wall-clock time, in milliseconds; not at all when null. Replaces an earlier call. */
  setAlarm(when: number | null): void;
  /** Wall-clock time in milliseconds. */
  now(): number;
  /** Whether a session is live in this vault, as its database tells. A rejection counts as no. */
  isSessionLive(kind: VaultKind): Promise<boolean>;
}

/**
 * The key memory with a time limit: reading it first compares the deadline with the clock, so that no page opens a
 * vault that is due. The deadline lies in memory beside the key, hence it survives the death of any page or worker.
 * See `vault/auto-lock` for the states.
 */
export class AutoLock implements KeyMemory {
  #watch: IdleWatch | null = null;
  #isSessionLive = false;
  #tell: (standing: Standing) => void = () => {};

  constructor(private readonly ports: AutoLockPorts) {}

  /** @returns null when the vault is locked, or was due and is locked now. */
  read(): Promise<HeldKey | null> {
    return this.look();
  }

  /** Unlocks, with a whole usual period ahead; `setAfter` puts the therapist's own in its place. */
  async write(held: HeldKey): Promise<void> {
    // The watch first: a key without one counts as due.
    await this.#keep(startWatch(USUAL_LOCK_AFTER, this.ports.now()));
    await this.ports.held.write(held);
  }

  /** Locks every page, session live or not. */
  async clear(): Promise<void> {
    this.#know(null);
    await Promise.all([this.ports.held.clear(), this.ports.watch.clear()]);
    this.ports.setAlarm(null);
  }

  follow(onChange: (held: HeldKey | null) => void): void {
    this.ports.held.follow(onChange);
  }

  /**
   * Compares the deadline with the clock and locks when it is due, unless a session is live.
   * @returns the key, if the vault is still unlocked.
   */
  async look(): Promise<HeldKey | null> {
    const [held, stored] = await Promise.all([this.ports.held.read(), this.ports.watch.read()]);
    if (!held) return null;
    const watch = parseWatch(stored);
    const now = this.ports.now();
    const standing = watch ? standingAt(watch, now) : 'due';
    if (watch && standing === 'resting') {
      const reset = resetClock(watch, now);
      if (reset === watch) this.#know(watch);
      else await this.#keep(reset);
      return held;
    }
    if (watch && (await this.ports.isSessionLive(held.kind).catch(() => false))) {
      await this.#keep(startWatch(watch.after, now));
      return held;
    }
    if (watch && standing === 'warning') {
      this.#know(watch);
      this.#tell('warning');
      // Again, should it have rung a moment early.
      this.ports.setAlarm(watch.deadline);
      return held;
    }
    await this.clear();
    return null;
  }

  /** Tells this page how the watch stands, now and whenever it changes. For pages only: it keeps a worker awake. */
  followStanding(onStanding: (standing: Standing) => void): void {
    this.#tell = onStanding;
    this.ports.watch.follow(stored => this.#know(parseWatch(stored)));
  }

  /** Looks at the clock as far as needed; cheap enough for every few seconds. */
  check(): void {
    const now = this.ports.now();
    const watch = this.#watch;
    if (watch && (standingAt(watch, now) !== 'resting' || resetClock(watch, now) !== watch)) void this.look();
  }

  /**
   * Takes real input of the therapist as a sign of life.
   * @param isPress a key or a button, not a pointer passing by. Only a press answers a warning.
   * @returns false when it comes too late: the vault is due and locks, and the input must not act.
   */
  admit(isPress: boolean): boolean {
    const watch = this.#watch;
    if (!watch) return true;
    const now = this.ports.now();
    const standing = standingAt(watch, now);
    if (standing === 'due') {
      void this.look();
      return this.#isSessionLive;
    }
    if (standing === 'warning' && !isPress) return true;
    const touched = touch(watch, now);
    if (touched !== watch) void this.#keep(touched);
    return true;
  }

  /** Says whether a session is live, as this page sees it. When one ends, a whole period begins. */
  hold(isSessionLive: boolean): void {
    const hasEnded = this.#isSessionLive && !isSessionLive;
    this.#isSessionLive = isSessionLive;
    if (hasEnded && this.#watch) void this.#keep(startWatch(this.#watch.after, this.ports.now()));
  }

  /** Locks after this long from now on; nothing changes when it is so already. */
  async setAfter(after: LockAfter): Promise<void> {
    const watch = parseWatch(await this.ports.watch.read());
    if (watch && watch.after !== after) await this.#keep(startWatch(after, this.ports.now()));
  }

  async #keep(watch: IdleWatch): Promise<void> {
    this.#know(watch);
    await this.ports.watch.write(watch);
    this.ports.setAlarm(watch.deadline);
  }

  #know(watch: IdleWatch | null): void {
    this.#watch = watch;
    if (!watch || standingAt(watch, this.ports.now()) === 'resting') this.#tell('resting');
  }
}
