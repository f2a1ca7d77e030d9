import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const unfinished = /\.(crdownload|part|tmp)$/;

/** Waits for a complete download in this folder. @returns its path. Throws with the names that were there instead. */
export async function savedFile(folder: string, name: RegExp, timeoutMs = 15_000): Promise<string> {
  const end = Date.now() + timeoutMs;
  let names: string[] = [];
  do {
    names = await readdir(folder).catch(() => []);
    const file = names.find(each => name.test(each) && !unfinished.test(each));
    // Firefox makes an empty file of the final name first and fills a .part file beside it.
    const isFilling = names.some(each => file && each !== file && unfinished.test(each));
    if (file && !isFilling && (await sizeOf(join(folder, file))) > 0) return join(folder, file);
    await pause(50);
  } while (Date.now() < end);
  throw new Error(
    `No download named ${name} after ${timeoutMs} ms; there were: ${names.join(', ') || 'none'}`,
  );
}

/** In bytes; 0 also while something else is put in its place. */
async function sizeOf(path: string): Promise<number> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return size;
}
