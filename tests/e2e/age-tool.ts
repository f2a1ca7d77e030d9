import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the public `age` tool is here, and `expect`, which types its passphrases: it reads them from a terminal only. */
export const hasAgeTool = ['age', 'expect'].every(name =>
  (process.env.PATH ?? '').split(':').some(folder => existsSync(join(folder, name))),
);

/** What the tool finds in a file, given its passphrase. Throws when it does not open. */
export function openWithAge(file: string, passphrase: string): string {
  return inFolder(folder => {
    const out = join(folder, 'out');
    runExpect(folder, [`spawn age -d -o {${out}} {${file}}`, ask('Enter passphrase', passphrase)]);
    return readFileSync(out, 'utf8');
  });
}

/** What the tool finds in a file, given an identity. Throws when it does not open. */
export function openWithAgeIdentity(file: string, identity: string): string {
  return inFolder(folder => {
    const key = join(folder, 'key.txt');
    writeFileSync(key, `${identity}\n`, { mode: 0o600 });
    return execFileSync('age', ['-d', '-i', key, file], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  });
}

/** Has the tool lock a text with a passphrase into this file. */
export function lockWithAge(text: string, passphrase: string, file: string): void {
  inFolder(folder => {
    const plain = join(folder, 'plain');
    writeFileSync(plain, text);
    runExpect(folder, [
      `spawn age -p -o {${file}} {${plain}}`,
      ask('Enter passphrase', passphrase),
      ask('Confirm passphrase', passphrase),
    ]);
  });
}

function ask(prompt: string, answer: string): string {
  return `expect -re {${prompt}}\nsend -- {${answer}}\nsend -- "\\r"`;
}

function runExpect(folder: string, steps: readonly string[]): void {
  const script = join(folder, 'script');
  const end = 'expect eof\ncatch wait result\nexit [lindex $result 3]';
  writeFileSync(script, ['set timeout 60', ...steps, end].join('\n'));
  execFileSync('expect', [script], { stdio: 'pipe' });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-age-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
