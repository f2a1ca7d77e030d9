import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSize } from './gzip-size';
import { attribute } from './source-map';

/** What one package, or one folder of src/, brings into the built scripts. */
export interface Share {
  readonly name: string;
  readonly bytes: number;
  /** Compressed without the others, so the sum is a little more than the whole. */
  readonly gzip: number;
}

/**
 * Divides scripts among the packages their characters come from, the largest first.
 * @param folder where they were built, with source maps beside them.
 */
export function shareByPackage(folder: string, scripts: readonly string[]): Share[] {
  const parts = new Map<string, string>();
  for (const script of scripts) {
    const code = readFileSync(join(folder, script), 'utf8');
    const map = join(folder, `${script}.map`);
    // What the bundler wrote itself has none.
    const stretches = existsSync(map)
      ? attribute(code, readFileSync(map, 'utf8'))
      : [{ source: null, text: code }];
    for (const { source, text } of stretches) {
      const name = packageOf(source);
      parts.set(name, (parts.get(name) ?? '') + text);
    }
  }
  return [...parts]
    .map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), gzip: gzipSize(text) }))
    .sort((one, other) => other.gzip - one.gzip);
}

/** Data in JSON files has no mapping of its own. */
function packageOf(source: string | null): string {
  if (source === null) return 'data and glue';
  const [, inPackage] = source.split(/.*node_modules\//);
  if (inPackage)
    return inPackage
      .split('/')
      .slice(0, inPackage.startsWith('@') ? 2 : 1)
      .join('/');
  const own = source.match(/(?:^|\/)(app|browser|domain|library|panel|store|ui|vault)\/[^/]+$/);
  return own ? `src/${own[1]}` : 'data and glue';
}
