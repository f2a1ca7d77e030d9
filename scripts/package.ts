import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildExtension } from './build-extension';
import { heading, root, runTool } from './run-tool';

// Writes the two zip files a browser's store takes. Stays on this computer: web-ext looks for no update and no configuration.
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
const offline = { NO_UPDATE_NOTIFIER: '1', CI: 'true' };

async function webExt(...args: string[]): Promise<boolean> {
  return (await runTool(['web-ext'], ['--no-config-discovery', '--no-input', ...args], offline)) === 0;
}

async function lint(): Promise<boolean> {
  heading('Linting dist/firefox as Mozilla does');
  return webExt('lint', '--source-dir', 'dist/firefox', '--warnings-as-errors');
}

async function zip(target: 'chrome' | 'firefox'): Promise<boolean> {
  const name = `sidelight-${target}-${version}.zip`;
  heading(`Packing dist/${name}`);
  rmSync(resolve(root, 'dist', name), { force: true });
  return webExt('build', '--source-dir', `dist/${target}`, '--artifacts-dir', 'dist', '--filename', name);
}

const isDone = (await buildExtension()) && (await lint()) && (await zip('chrome')) && (await zip('firefox'));
process.exitCode = isDone ? 0 : 1;
