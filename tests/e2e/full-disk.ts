import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Puts a disk of so many bytes in the place of a folder. @returns what takes it away again, with all that is on it. */
export function putSmallDisk(folder: string, bytes: number): () => void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'pipe' });
  return () => {
    execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
  };
}

/** Whether a small disk can be had here: on Linux, and for root only. */
export const canPutSmallDisk = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-disk-'));
  try {
    putSmallDisk(folder, 4_096)();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();
