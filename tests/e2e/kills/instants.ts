import { chance } from '../../../src/domain/chance';

/** What a kill left: everything as before the operation began, or as after it was done. */
export type Left = 'before' | 'after';

const GRAIN = 1_000_000;
/** Kills come until this many times what the operation took, as it may take longer another time. */
const BEYOND = 1.6;
const SPARE = 5;

/** Names the seed of a run; SIDELIGHT_SEED runs the same instants again. */
export const SEED = Number(process.env.SIDELIGHT_SEED ?? Date.now() % 2 ** 31);

/**
 * Random instants at which to kill, in milliseconds after an operation began. Every other one is spread over the whole
 * operation and a while beyond; the ones between hunt for the moment at which it takes effect, between the latest kill
 * that came before it and the earliest that came after it.
 */
export class Instants {
  readonly #pick: (below: number) => number;
  readonly #found: { readonly at: number; readonly left: Left }[] = [];
  #next = 0;

  /** @param whole how long the operation took when nobody killed it. */
  constructor(
    seed: number,
    private readonly kills: number,
    private readonly whole: number,
  ) {
    this.#pick = chance(seed);
  }

  /** Whether to kill once more: as often as planned, and a few times beyond while it was always the same that was left. */
  goesOn(): boolean {
    const spare = this.hasBoth() ? 0 : SPARE;
    return this.#next < this.kills + spare;
  }

  /** Whether some came before it took effect and some after. Otherwise the kills have missed it. */
  hasBoth(): boolean {
    return this.count('before') > 0 && this.count('after') > 0;
  }

  next(): number {
    const number = this.#next;
    this.#next += 1;
    const share = this.#pick(GRAIN) / GRAIN;
    // A machine that is busy in another way than before takes far longer, or far less.
    if (number >= this.kills)
      return this.count('after') === 0 ? (2 + number - this.kills) * this.whole : (share * this.whole) / 20;
    const [low, high] = this.#edge();
    if (number % 2 === 1 && high > low) return low + share * (high - low);
    const strata = Math.ceil(this.kills / 2);
    return (Math.floor(number / 2) + share) * (BEYOND / strata) * this.whole;
  }

  /** Takes note of what a kill at this instant left. */
  found(at: number, left: Left): void {
    this.#found.push({ at, left });
  }

  count(left: Left): number {
    return this.#found.filter(each => each.left === left).length;
  }

  /** A little around where before turns into after; how long an operation takes differs each time. */
  #edge(): [number, number] {
    const at = (left: Left) => this.#found.filter(each => each.left === left).map(each => each.at);
    const latest = Math.max(0, ...at('before'));
    const earliest = Math.min(this.whole * BEYOND, ...at('after'));
    const around = 0.05 * this.whole;
    return [Math.max(0, Math.min(latest, earliest) - around), Math.max(latest, earliest) + around];
  }
}
