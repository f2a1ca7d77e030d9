import type { BackupRefusal } from '../domain/backup';
import { canonicalJson } from '../domain/packet';
import { runJob, type Watch } from './backup-work';
import type { OpenedText, PacketJob } from './packet-job';

/** Locks a document with a passphrase, as an age file. Whoever has both reads all of it. */
export function sealDocument(
  document: object,
  passphrase: string,
  watch: Watch = {},
): Promise<Blob | BackupRefusal> {
  return work<Blob>({ do: 'seal', document: `${JSON.stringify(document, null, 1)}\n`, passphrase }, watch);
}

/**
 * Opens a file and reads it as JSON; what it says is not looked at.
 * @returns `value` is undefined where it was no JSON.
 */
export async function openDocument(
  file: Blob,
  passphrase: string,
  watch: Watch = {},
): Promise<{ readonly value: unknown } | BackupRefusal> {
  const opened = await work<OpenedText>({ do: 'open', file, passphrase }, watch);
  if ('refused' in opened) return opened;
  try {
    return { value: JSON.parse(opened.text) };
  } catch {
    return { value: undefined };
  }
}

/** SHA-256 over the document's canonical JSON in UTF-8, in hex. */
export function digestOf(document: object): Promise<string> {
  return sha256(canonicalJson(document));
}

/** What tells, in a sealed record, whether a passphrase is the one that opened this packet, without keeping it. */
export function fingerprintOf(packet: string, passphrase: string): Promise<string> {
  return sha256(`${packet}\n${passphrase.normalize('NFC')}`);
}

async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

async function work<T>(job: PacketJob, watch: Watch): Promise<T | BackupRefusal> {
  const worker = new Worker(new URL('./packet-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await runJob<T>(worker, job, watch);
  } finally {
    worker.terminate();
  }
}
