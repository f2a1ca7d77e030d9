import type { BackupRefusal } from '../domain/backup';
import { MOST_HEADER_BYTES, readAgeHeader } from '../vault/age-header';

/** What a backup file asks for before it opens. */
export interface FileLook {
  readonly needs: 'passphrase' | 'recovery-key';
}

/** Looks at the beginning of a file, without opening anything. */
export async function lookAtFile(file: Blob): Promise<FileLook | BackupRefusal> {
  const header = readAgeHeader(new Uint8Array(await file.slice(0, MOST_HEADER_BYTES).arrayBuffer()));
  if (!header) return { refused: 'no-age-file' };
  return header.needs === 'other' ? { refused: 'other-lock' } : { needs: header.needs };
}
