import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder that holds package.json. */
export const root = resolve(import.meta.dirname, '..');

/** The script file of a package's command line tool, e.g. `toolFile('typescript', 'tsc')`. Throws when it is not installed. */
export function toolFile(name: string, command = name): string {
  const folder = resolve(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${name} has no command ${command}`);
  return resolve(folder, file);
}

/** Runs a command in the project's folder with its output visible. @returns its exit code, 1 when it was killed or not found. */
export function runCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<number> {
  return new Promise(done => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', error => {
      console.error(`Could not run ${command}: ${error.message}`);
      done(1);
    });
    child.on('exit', code => done(code ?? 1));
  });
}

/** Runs the command line tool of an installed package, as {@link runCommand} does. */
export function runTool(
  [name, command]: readonly [string, string?],
  args: readonly string[],
  env?: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  return runCommand(process.execPath, [toolFile(name, command), ...args], env);
}

/** Prints the heading of a step, so a long run can be followed. */
export function heading(text: string): void {
  console.log(`\n── ${text}`);
}
