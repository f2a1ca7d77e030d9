/** Bytes gathered before the browser is given them to keep, out of this memory. */
const GATHERED = 4 * 1024 * 1024;

/** A file of these bytes, whose memory the browser looks after. */
export async function gatherBlob(bytes: ReadableStream<Uint8Array>): Promise<Blob> {
  const kept: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = bytes.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      // The library says nothing of the buffer's kind, yet never shares it with a worker.
      gathered.push(value as Uint8Array<ArrayBuffer>);
      size += value.length;
    }
    if (done || size > GATHERED) {
      kept.push(new Blob(gathered));
      gathered = [];
      size = 0;
    }
    if (done) return new Blob(kept, { type: 'application/octet-stream' });
  }
}
