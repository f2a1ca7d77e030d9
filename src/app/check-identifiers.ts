import type { BackupRefusal } from '../domain/backup';
import type { Hit } from '../domain/identifiers';
import { runJob, type Watch } from './backup-work';

/** What the worker is given. */
export interface TextsToCheck {
  readonly texts: readonly string[];
  /** Client codes to be found wherever they stand. */
  readonly codes: readonly string[];
}

/** What was found in each text, in the order of the texts. */
export interface Checked {
  readonly hits: readonly (readonly Hit[])[];
}

/**
 * Looks for likely identifiers in a worker of its own, which alone loads the language library. It helps and cannot certify:
 * it knows English only, and misses some.
 */
export async function checkIdentifiers(
  texts: readonly string[],
  codes: readonly string[],
  watch: Watch = {},
): Promise<Checked | BackupRefusal> {
  const worker = new Worker(new URL('./identifier-worker.ts', import.meta.url), { type: 'module' });
  try {
    const message: TextsToCheck = { texts, codes };
    return await runJob<Checked>(worker, message, watch);
  } finally {
    worker.terminate();
  }
}
