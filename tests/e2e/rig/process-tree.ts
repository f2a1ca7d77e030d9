import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

type Row = [pid: number, parent: number];

/** A bare Debian has no `ps`, a Mac has no /proc. */
function processes(): Row[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map(line => line.trim().split(/\s+/).map(Number) as Row);
  }
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return pids.flatMap(pid => {
    try {
      // "pid (any name) state parent …"
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return [[Number(pid), Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2])] as Row];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}

function descendants(pid: number): number[] {
  const table = processes();
  const found: number[] = [];
  let parents = new Set([pid]);
  while (parents.size > 0) {
    const children = table.filter(([, parent]) => parents.has(parent)).map(([child]) => child);
    found.push(...children);
    parents = new Set(children);
  }
  return found;
}

/** Kills a process and all it started, at once and with no chance to tidy up. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    execFileSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  for (const each of [pid, ...descendants(pid)]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch (error) {
      // Already gone, most often because its parent was.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
