const MAGIC = Buffer.from('mozLz40\0', 'latin1');

/** What one of Firefox's packed files holds (`*.jsonlz4`, `*.baklz4`: sessions, bookmarks); any other file as it is. */
export function unpackMozilla(file: Buffer): Buffer {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return file;
  return unpackBlock(file.subarray(MAGIC.length + 4), file.readUInt32LE(MAGIC.length));
}

/** Unpacks one LZ4 block: tokens of literals to copy from the input and matches to copy from the output so far. */
function unpackBlock(input: Buffer, size: number): Buffer {
  const output = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const lengthAfter = (nibble: number) => {
    let length = nibble;
    if (nibble < 15) return length;
    for (let more = 255; more === 255; length += more) more = input[from++] ?? 0;
    return length;
  };
  while (from < input.length) {
    const token = input[from++] ?? 0;
    const literals = lengthAfter(token >> 4);
    input.copy(output, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= input.length) break;
    const distance = input.readUInt16LE(from);
    from += 2;
    const length = lengthAfter(token & 15) + 4;
    // Byte by byte, since a match may reach into what it is just writing.
    for (let at = 0; at < length; at += 1, to += 1) output[to] = output[to - distance] ?? 0;
  }
  return output.subarray(0, to);
}
