import { readRawCopy } from '../store/raw-copy';
import { DATABASES } from './key-memory';

/** Everything of the therapist's own vault as it lies on the disk, sealed; see `readRawCopy`. */
export function readRawCopyOfVault(): Promise<readonly string[]> {
  return readRawCopy(DATABASES.own);
}
