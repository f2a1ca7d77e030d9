import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** One file of the sources. `path` is relative to the repository, with slashes on every system. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below src. */
export function readSource(): SourceFile[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** Text of one file of the repository. */
export function readFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The same lines with the comments blanked out. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|[\s;{}(,])\/\/.*$/gm, blank);
}

const IMPORTS = [
  /\b(?:import|export)\s[^'"`;=]*?\bfrom\s*(['"])(?<target>[^'"]+)\1/g,
  /\bimport\s*(['"])(?<target>[^'"]+)\1/g,
  /\bimport\(\s*(['"`])(?<target>[^'"`]+)\1/g,
  /\bnew\s+(?:URL|Worker|SharedWorker)\(\s*(['"`])(?<target>[^'"`]+)\1/g,
];

/** Everything a file draws in, types and files that load later included, as written. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const targets = IMPORTS.flatMap(form => [...code.matchAll(form)].map(({ groups }) => groups?.target ?? ''));
  return [...new Set(targets)];
}
