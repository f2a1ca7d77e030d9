import { Decrypter, Encrypter } from './age';

/**
 * Files in the public `age` format (age-encryption.org/v1), written and read as streams. Importing this module loads the
 * age library; import it in a worker: scrypt and ChaCha20 run where they are called, and scrypt blocks for a second.
 */

/** What a file is locked with. `recipient` must come from `openBackupRecipient`, never from the keyring's own text. */
export type AgeLock =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'recovery-key'; readonly recipient: string };

/** What opens a file. `identity` is one that `checkRecoveryKey` found ok. */
export type AgeKey =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'recovery-key'; readonly identity: string };

type Bytes = ReadableStream<Uint8Array>;

/** What an age file holds. Nothing of it may be used before the stream has ended without an error. */
export interface OpenedFile {
  readonly bytes: Bytes;
  /** How many bytes that will be. */
  readonly size: number;
}

/** A file being written, and the way to look at it again before this memory is gone. */
export interface SealedFile {
  /** The file's bytes, in the order they are to be saved. Whoever has them and the passphrase or identity reads all. */
  readonly bytes: Bytes;
  /**
   * Opens the same file again as it was read back, without any passphrase or identity: the key of this one file is kept
   * in memory for it. It checks the header's MAC, so the lock on the disk is the one that was written.
   * @throws BrokenFile when a single bit of it changed, now or while the stream is read.
   */
  reopen(file: Blob): Promise<OpenedFile>;
}

/** The file is no age file, was cut short, or a bit of it changed. It says nothing of the contents. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
}

/**
 * 2¹⁷ blocks of 1 KiB: 128 MiB and about 0.7 s, the most that leaves a backup of everything below 300 MiB beside it, and
 * what OWASP's password storage sheet asks of scrypt. The `age` tool accepts up to 2²².
 */
export const WORK_FACTOR = 17;

/**
 * Locks a file. Nothing is read from `plain` before the lock is made.
 * @param workFactor for passphrases: the base-2 logarithm of scrypt's N.
 */
export async function sealAgeFile(
  plain: Bytes,
  lock: AgeLock,
  workFactor = WORK_FACTOR,
): Promise<SealedFile> {
  const encrypter = new Encrypter();
  if (lock.by === 'passphrase') {
    encrypter.setPassphrase(lock.passphrase.normalize('NFC'));
    encrypter.setScryptWorkFactor(workFactor);
    return {
      bytes: await encrypter.encrypt(plain),
      reopen: async file => (await openAgeFile(file, lock)) ?? fail(),
    };
  }
  let fileKey: Uint8Array | undefined;
  encrypter.addRecipient(lock.recipient);
  // A recipient that adds nothing to the file and only remembers the file's key, for `reopen`.
  encrypter.addRecipient({
    wrapFileKey: key => {
      fileKey = key.slice();
      return [];
    },
  });
  return {
    bytes: await encrypter.encrypt(plain),
    reopen: async file => {
      const decrypter = new Decrypter();
      decrypter.addIdentity({ unwrapFileKey: () => fileKey ?? null });
      return decrypt(decrypter, file).catch(fail);
    },
  };
}

/**
 * Unlocks a file. Ask `readAgeHeader` first; the header it accepts is short and its costs are bearable.
 *
 * The passphrase is tried as composed characters (NFC), as we write it, and as it was typed.
 *
 * @returns null when the passphrase or identity is another one; an altered salt or stanza looks the same.
 * @throws BrokenFile when the header is altered; and the stream errs with it when a later bit changed or the end is
 *   missing, so nothing of it may be used before it has ended.
 */
export async function openAgeFile(file: Blob, key: AgeKey): Promise<OpenedFile | null> {
  const decrypter = new Decrypter();
  if (key.by === 'recovery-key') decrypter.addIdentity(key.identity);
  else {
    const composed = key.passphrase.normalize('NFC');
    decrypter.addPassphrase(composed);
    if (composed !== key.passphrase) decrypter.addPassphrase(key.passphrase);
  }
  try {
    return await decrypt(decrypter, file);
  } catch (cause) {
    // The library says everything with plain Errors; this one text tells that no key fitted.
    if (cause instanceof Error && cause.message.startsWith('no identity matched')) return null;
    throw new BrokenFile('The header does not hold.');
  }
}

async function decrypt(decrypter: Decrypter, file: Blob): Promise<OpenedFile> {
  const opened = await decrypter.decrypt(file.stream());
  // It throws when no contents have this length.
  return { size: opened.size(file.size), bytes: honest(opened) };
}

/** Makes the library's errors of a stream ours. They may quote what they stumbled over, so none goes along. */
function honest(bytes: Bytes): Bytes {
  const reader = bytes.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        controller.error(new BrokenFile('The contents do not hold.'));
      }
    },
    cancel: () => reader.cancel(),
  });
}

function fail(): never {
  throw new BrokenFile('The header does not hold.');
}
