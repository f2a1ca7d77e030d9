// The one entry point of every npm script: `node scripts/bootstrap.mjs <verb> [more]`.
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const verbs = ['start', 'test', 'build', 'check', 'bench', 'package'];
const [verb, ...more] = process.argv.slice(2);

function stop(message, code = 1) {
  console.error(message);
  process.exit(code);
}

function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) stop(`Could not run ${command}: ${error.message}`);
  return signal ? 1 : (status ?? 1);
}

function npm(...words) {
  const args = [...words, '--no-audit', '--no-fund'];
  const own = process.env.npm_execpath;
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(
    `Sidelight needs Node 20.19 or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org.`,
  );
if (!verbs.includes(verb)) stop(`Say one of: ${verbs.join(', ')}.`, 2);

// npm writes this file when it has finished, so it also tells an interrupted install from a complete one.
const installed = resolve(root, 'node_modules/.package-lock.json');
const lock = resolve(root, 'package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing what the project needs from npm (about a minute) …');
  let code = npm('ci');
  if (code !== 0) {
    // A registry that lacks other systems' optional packages makes npm ci refuse the lockfile. This takes the same versions.
    console.log('npm ci did not work; trying npm install with the same versions …');
    code = npm('install', '--no-save');
  }
  if (code !== 0) stop('npm could not install the packages; its message is above.', code);
}

const script = resolve(root, 'scripts', `${verb}.ts`);
if (!existsSync(script)) stop(`There is no scripts/${verb}.ts.`, 2);
const tsx = pathToFileURL(resolve(root, 'node_modules/tsx/dist/loader.mjs')).href;
// Ctrl+C reaches the script too, as it sits in the same terminal; wait for it to tidy up.
process.on('SIGINT', () => {});
process.exit(run(process.execPath, ['--import', tsx, script, ...more]));
