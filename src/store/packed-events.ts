import type { EventRow } from './database';

const SLAB_BYTES = 4 * 1024 * 1024;
const NOTHING = new Uint8Array();

/**
 * Sealed rows of the events table, many thousands of them, until they are written. Their boxes lie end to end in a few large
 * buffers: as an object of its own each would take several times the memory of its bytes.
 */
export class PackedEvents {
  readonly #slabs: Uint8Array<ArrayBuffer>[] = [];
  readonly #sessions: string[] = [];
  readonly #seqs: number[] = [];
  readonly #slabOf: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #free = 0;

  get length(): number {
    return this.#seqs.length;
  }

  add({ session, seq, box }: EventRow): void {
    if (box.length > this.#free) {
      this.#slabs.push(new Uint8Array(Math.max(SLAB_BYTES, box.length)));
      this.#free = this.#slabs.at(-1)?.length ?? 0;
    }
    const slab = this.#slabs.at(-1) as Uint8Array<ArrayBuffer>;
    const from = slab.length - this.#free;
    slab.set(box, from);
    this.#free -= box.length;
    this.#sessions.push(session);
    this.#seqs.push(seq);
    this.#slabOf.push(this.#slabs.length - 1);
    this.#from.push(from);
    this.#to.push(from + box.length);
  }

  /** The rows from one place up to another, each with a box of its own. */
  slice(from: number, to: number): EventRow[] {
    return this.#seqs.slice(from, to).map((seq, index) => {
      const at = from + index;
      const slab = this.#slabs[this.#slabOf[at] as number] as Uint8Array<ArrayBuffer>;
      return { session: this.#sessions[at] as string, seq, box: slab.slice(this.#from[at], this.#to[at]) };
    });
  }

  forget(before: number): void {
    const first = this.#slabOf[before] ?? this.#slabs.length;
    for (let slab = 0; slab < first; slab += 1) this.#slabs[slab] = NOTHING;
  }
}
