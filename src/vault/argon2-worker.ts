import { argon2id } from 'hash-wasm';
import type { Argon2idJob } from './argon2id';

/**
 * The whole life of this worker: one job in, 32 bytes or null out, and `derive` ends it. It has no other message, keeps
 * nothing and knows nothing of keyrings. Null stands for any failure, since an error could carry what was hashed.
 */
self.onmessage = async ({ data: job }: MessageEvent<Argon2idJob>) => {
  const tag = await compute(job).catch(() => null);
  self.postMessage(tag, { transfer: tag ? [tag.buffer] : [] });
};

async function compute(job: Argon2idJob): Promise<Uint8Array<ArrayBuffer>> {
  const tag = await argon2id({
    password: job.passphrase,
    salt: job.salt,
    memorySize: job.memoryKiB,
    iterations: job.passes,
    parallelism: job.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  // Copied: the library may hand out a view into its WebAssembly memory, which cannot be transferred.
  return new Uint8Array(tag);
}
