import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackMozilla } from './rig/mozilla-lz4';

/**
 * The files below a folder that hold a text in plain, as UTF-8 or UTF-16, Firefox's packed files among them. Files that vanish or cannot be read while
 * looking are passed over.
 */
export function filesWith(text: string, folder: string, only: RegExp = /./): string[] {
  // Chromium's database turns the bytes of UTF-16 round in its keys.
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => only.test(path))
    .filter(path => {
      try {
        const bytes = unpackMozilla(readFileSync(path));
        return forms.some(form => bytes.includes(form));
      } catch {
        return false;
      }
    });
}
