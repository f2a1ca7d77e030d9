/** The deepest nesting of lists and objects, and how many of them one document may open: far above any vault. */
export const MOST_DEPTH = 64;
const MOST_OPENED = 8_000_000;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const NAME = bytesOf('sessions');
const NULL = bytesOf('null');

/**
 * Looks over the bytes of a JSON text once, before anything parses them. It finds where each object of the list `sessions`
 * begins and ends, so that sessions can be parsed one by one and never lie in memory all together; and it stops at a nesting
 * bomb, a few megabytes of which would fill the memory many times over. It does not check that the text is JSON: that is
 * left to parsing the skeleton and each session.
 */
export class DocumentScan {
  /** Where each session begins, and the byte after its end. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  #depth = 0;
  #opened = 0;
  #isInText = false;
  #isEscaped = false;
  #textFrom = 0;
  /** The last text of the outermost object was its name for the sessions. */
  #isNamed = false;
  #isInSessions = false;

  /** Takes the bytes from `from` up to `to`, each once and in order. @returns false once the bounds are passed. */
  take(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at];
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) {
          this.#isInText = false;
          if (this.#depth === 1) this.#isNamed = isName(bytes, this.#textFrom, at);
        }
      } else if (byte === QUOTE) {
        this.#isInText = true;
        this.#textFrom = at + 1;
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        if (this.#isInSessions && this.#depth === 2 && byte === OPEN_OBJECT) this.starts.push(at);
        if (this.#depth === 1) this.#isInSessions = this.#isNamed && byte === OPEN_LIST;
        this.#depth += 1;
        this.#opened += 1;
        if (this.#depth > MOST_DEPTH || this.#opened > MOST_OPENED) return false;
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        this.#depth -= 1;
        if (this.#isInSessions && this.#depth === 2 && this.starts.length > this.ends.length)
          this.ends.push(at + 1);
        if (this.#depth === 1) this.#isInSessions = false;
      }
    }
    return true;
  }

  /** The text with `null` in the place of each session; what JSON makes of it is everything else of the document. */
  skeleton(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const last = bytes.subarray(this.ends.at(-1) ?? 0);
    const parts = this.ends.map((_, index) => bytes.subarray(this.ends[index - 1] ?? 0, this.starts[index]));
    const skeleton = new Uint8Array(
      parts.reduce((sum, part) => sum + part.length + NULL.length, last.length),
    );
    let at = 0;
    for (const part of parts) {
      skeleton.set(part, at);
      at += part.length;
      skeleton.set(NULL, at);
      at += NULL.length;
    }
    skeleton.set(last, at);
    return skeleton;
  }
}

function bytesOf(text: string): readonly number[] {
  return [...text].map(character => character.charCodeAt(0));
}

function isName(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === NAME.length && NAME.every((byte, index) => bytes[from + index] === byte);
}
