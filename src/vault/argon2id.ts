import * as z from 'zod/mini';
import { decodeBase64 } from './base64';

const MEBIBYTE = 1024;

/**
 * What Argon2id costs and is salted with. It lies in the keyring in clear, so that costs can grow with the years.
 *
 * The bounds are for reading a keyring: a damaged one must neither ask for 64 GiB nor, altered by somebody, be so cheap
 * that it invites guessing. At their far end a derivation takes a few minutes.
 */
export const parametersSchema = z.strictObject({
  memoryKiB: z.int().check(z.minimum(8 * MEBIBYTE), z.maximum(1024 * MEBIBYTE)),
  passes: z.int().check(z.minimum(1), z.maximum(20)),
  lanes: z.int().check(z.minimum(1), z.maximum(8)),
  /** Base64 of 16 to 64 random bytes. */
  salt: z.string().check(z.refine(text => decodeBase64(text, 16, 64) !== null)),
});

export type Argon2idParameters = z.infer<typeof parametersSchema>;

/**
 * 64 MiB, three passes, one lane: the second recommended option of RFC 9106 §4 but for its four lanes, since one worker
 * computes lanes one after the other and would only make them cheaper for an attacker. About half a second here.
 */
export const DEFAULT = { memoryKiB: 64 * MEBIBYTE, passes: 3, lanes: 1 } as const;

/** The default costs with a fresh random salt of 16 bytes. Never use one set for two passphrases. */
export function createParameters(): Argon2idParameters {
  return { ...DEFAULT, salt: crypto.getRandomValues(new Uint8Array(16)).toBase64() };
}

/** Whether guessing costs less under these parameters than under today's default. */
export function isWeak({ memoryKiB, passes }: Argon2idParameters): boolean {
  return memoryKiB < DEFAULT.memoryKiB || passes < DEFAULT.passes;
}

/** `derive`, or a stand-in for it where a test must count or cheapen derivations. */
export type Derive = (passphrase: string, parameters: Argon2idParameters) => Promise<Uint8Array<ArrayBuffer>>;

/** What the worker is asked; the passphrase is normalised and in UTF-8 already. */
export interface Argon2idJob {
  readonly passphrase: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/**
 * Derives 32 bytes from a passphrase by Argon2id, version 0x13 (RFC 9106), without secret or associated data.
 *
 * The passphrase is brought to NFKC and encoded as UTF-8, so that é typed as one or as two code points, and full-width
 * or ligature forms from another keyboard, are one passphrase. Nothing is trimmed and case counts. Unicode promises that
 * NFKC of assigned characters never changes, so it opens in later browsers too.
 *
 * It runs in a worker of its own, which ends with it: the page stays responsive and the memory goes back.
 *
 * @throws RangeError for an empty passphrase or a salt that is no base64; Error when the worker cannot run, for instance
 *   when the machine has not that much memory. Costs are taken as they are: the keyring's schema bounds them.
 */
export async function derive(
  passphrase: string,
  { memoryKiB, passes, lanes, salt }: Argon2idParameters,
): Promise<Uint8Array<ArrayBuffer>> {
  const saltBytes = decodeBase64(salt, 8, 64);
  if (passphrase === '' || !saltBytes) throw new RangeError('Argon2id needs a passphrase and a salt.');
  const encoded = new TextEncoder().encode(passphrase.normalize('NFKC'));
  return runInWorker({ passphrase: encoded, salt: saltBytes, memoryKiB, passes, lanes });
}

function runInWorker(job: Argon2idJob): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | null>) =>
      data ? resolve(data) : reject(new Error('Argon2id did not finish.'));
    // The event is not passed on: its message is the browser's own and no help to the reader.
    worker.onerror = () => reject(new Error('The Argon2id worker did not run.'));
    // Transferred, so that this thread keeps no copy of the encoded passphrase.
    worker.postMessage(job, [job.passphrase.buffer]);
  }).finally(() => worker.terminate());
}
