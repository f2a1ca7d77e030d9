import { type ReadonlySignal, signal } from '@preact/signals';
import { isWriteFailure } from '../store/database';

/** An act that is not on the disk yet. `refused` once the browser would not write it; it is tried again by itself. */
export interface ActInHand<A> {
  readonly act: A;
  readonly refused: boolean;
}

/** Milliseconds until a refused write is tried again. */
const RETRY_AFTER = 2_000;

/**
 * Acts written one after the other, in the order they were asked for. One that the browser refuses to write waits in
 * sight, and everything behind it, until it lands.
 */
export class ActsInTurn<A> {
  readonly #inHand = signal<readonly ActInHand<A>[]>([]);
  #turn: Promise<unknown> = Promise.resolve();
  #hurry: () => void = () => {};

  /** What is not on the disk yet, oldest first. */
  get inHand(): ReadonlySignal<readonly ActInHand<A>[]> {
    return this.#inHand;
  }

  /** Resolves with what `write` gives once it has landed; rejects at once where trying again cannot help. */
  perform<T>(act: A, write: () => Promise<T>): Promise<T> {
    const held: ActInHand<A> = { act, refused: false };
    this.#inHand.value = [...this.#inHand.value, held];
    const done = this.#turn.then(() => this.#insist(held, write));
    this.#turn = done.catch(() => {});
    return done;
  }

  /** Resolves once nothing is in hand. */
  async settle(): Promise<void> {
    await this.#turn;
  }

  /** Tries a refused act at once. */
  tryAgain(): void {
    this.#hurry();
  }

  async #insist<T>(held: ActInHand<A>, write: () => Promise<T>): Promise<T> {
    for (let current = held; ; ) {
      try {
        const outcome = await write();
        this.#replace(current);
        return outcome;
      } catch (error) {
        if (!isWriteFailure(error)) {
          this.#replace(current);
          throw error;
        }
        const refused = { ...current, refused: true };
        this.#replace(current, refused);
        current = refused;
        await this.#pause();
      }
    }
  }

  #replace(old: ActInHand<A>, ...by: readonly ActInHand<A>[]): void {
    this.#inHand.value = this.#inHand.value.flatMap(one => (one === old ? by : one));
  }

  #pause(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, RETRY_AFTER);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
