import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runTool } from '../../scripts/run-tool';

/** The page every panel is divided by: one line of text and one module script, served from the same extension. */
export const FLOOR_PAGE = 'floor.html';

const floorPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Floor</title>
    <script type="module" src="/floor.js"></script>
  </head>
  <body>
    <p>One line of text.</p>
  </body>
</html>
`;

/** The extension built for one measuring, apart from `dist`, where somebody else may be building or testing. */
export interface BenchCopy {
  /** What was built, with source maps beside it. */
  readonly built: string;
  /** A copy of it with the floor page, for the browser to run. */
  readonly folder: string;
  remove(): void;
}

/**
 * Builds the extension and adds the floor page to a copy of it. Each script of the copy also notes its own name in
 * `globalThis.ranScripts` when it runs: browsers leave an extension's own files out of Resource Timing.
 */
export async function createBenchCopy(target: 'chrome' | 'firefox'): Promise<BenchCopy> {
  const both = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const [built, folder] = [join(both, 'built'), join(both, 'run')];
  const into = ['--outDir', built, '--emptyOutDir', '--sourcemap', 'hidden', '--logLevel', 'warn'];
  if ((await runTool(['vite'], ['build', '--mode', target, ...into])) !== 0)
    throw new Error('The build failed.');
  cpSync(built, folder, { recursive: true });
  for (const file of scriptsIn(folder)) {
    const name = JSON.stringify(relative(folder, file).replaceAll('\\', '/'));
    writeFileSync(file, `(globalThis.ranScripts??=[]).push(${name});${readFileSync(file, 'utf8')}`);
  }
  writeFileSync(join(folder, FLOOR_PAGE), floorPage);
  writeFileSync(join(folder, 'floor.js'), `document.documentElement.dataset.isReady = 'yes';\n`);
  return { folder, built, remove: () => rmSync(both, { recursive: true, force: true }) };
}

/** The scripts of a built extension, as paths. */
export function scriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.js'))
    .map(name => join(folder, name));
}
