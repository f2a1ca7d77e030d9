import {
  type BackedUpSession,
  type Backup,
  type BackupRefusal,
  parseBackup,
  type SessionList,
} from '../domain/backup';
import { DocumentScan } from '../domain/scan-document';
import { type AgeKey, BrokenFile, type OpenedFile, openAgeFile } from '../vault/age-file';
import { lookAtFile } from './look-at-file';

/** Bytes of a document above which it is not read. */
const MOST_BYTES = 400 * 1024 * 1024;

/**
 * Opens a backup and checks the whole of it. Nothing is written. To be run in a worker; loads the age library.
 * @returns why not, when anything at all about the file is not as it should be.
 */
export async function readBackup(
  file: Blob,
  key: AgeKey,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Backup | BackupRefusal> {
  const look = await lookAtFile(file);
  if ('refused' in look) return look;
  if (look.needs !== key.by) return { refused: 'wrong-secret' };
  try {
    const opened = await openAgeFile(file, key);
    if (!opened) return { refused: 'wrong-secret' };
    return await readDocument(opened, done => onProgress(done, opened.size));
  } catch (cause) {
    if (cause instanceof BrokenFile) return { refused: 'broken-file' };
    throw cause;
  }
}

/**
 * Reads and checks a document. Its bytes are kept, and its sessions parsed from them whenever they are asked for, which
 * takes a fraction of the memory that all of them together would.
 * @throws BrokenFile when the stream says so.
 */
export async function readDocument(
  { bytes, size }: OpenedFile,
  onBytes: (done: number) => void = () => {},
): Promise<Backup | BackupRefusal> {
  const isTooLarge = size > MOST_BYTES;
  const whole = new Uint8Array(isTooLarge ? 0 : size);
  const scan = new DocumentScan();
  const reader = bytes.getReader();
  let isBounded = !isTooLarge;
  let at = 0;
  for (;;) {
    // Read to the end even when it is refused, so that a broken file is told as broken.
    const { done, value } = await reader.read();
    if (done) break;
    if (isBounded) {
      whole.set(value, at);
      isBounded = scan.take(whole, at, at + value.length);
    }
    at += value.length;
    onBytes(at);
  }
  if (!isBounded) return { refused: 'too-large' };
  try {
    const sessions = new ParsedOnDemand(whole, scan);
    return parseBackup(parse(scan.skeleton(whole)), sessions.length > 0 ? sessions : undefined);
  } catch (cause) {
    if (cause instanceof NoJson) return { refused: 'no-backup' };
    throw cause;
  }
}

/** Some of the sessions at a time, out of the bytes of the document. */
class ParsedOnDemand implements SessionList {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly scan: DocumentScan,
  ) {}

  get length(): number {
    return this.scan.ends.length;
  }

  slice(from: number, to: number): readonly BackedUpSession[] {
    const { starts, ends } = this.scan;
    return ends
      .slice(from, to)
      .map((end, index) => parse(this.bytes.subarray(starts[from + index], end)) as BackedUpSession);
  }
}

/** The bytes are no JSON in UTF-8. */
class NoJson extends Error {
  override readonly name = 'NoJson';
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    // A JSON error quotes the text it stumbled over, so it goes no further.
    if (cause instanceof SyntaxError || cause instanceof TypeError) throw new NoJson();
    throw cause;
  }
}
