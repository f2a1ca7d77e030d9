import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Memory in bytes of the processes that run extension pages, summed. */
export interface Memory {
  readonly now: number;
  /** The most since the last `forgetPeak`. */
  readonly peak: number;
  /** What is theirs now: without what they have given back and the system leaves with them until somebody needs it. */
  readonly kept: number;
}

/**
 * The memory of the processes of this browser that run extension pages; the desk and its workers are in one of them. It
 * includes what they share with other processes of the browser. Chromium names them in their command, Firefox in their own
 * name. Null where the system does not tell.
 */
export function readMemory(profile: string): Memory | null {
  const all = extensionProcesses(profile).flatMap(pid => {
    try {
      const [status, rollup] = ['status', 'smaps_rollup'].map(file =>
        readFileSync(`/proc/${pid}/${file}`, 'utf8'),
      );
      const read = (text: string | undefined, name: string) =>
        Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text ?? '')?.[1] ?? 0) * 1024;
      const kept = read(rollup, 'Rss') - read(rollup, 'LazyFree');
      return [{ now: read(status, 'VmRSS'), peak: read(status, 'VmHWM'), kept }];
    } catch {
      return []; // It ended meanwhile.
    }
  });
  if (all.length === 0) return null;
  return all.reduce((sum, each) => ({
    now: sum.now + each.now,
    peak: sum.peak + each.peak,
    kept: sum.kept + each.kept,
  }));
}

/** Lets the peak begin anew from what is held now. */
export function forgetPeak(profile: string): void {
  for (const pid of extensionProcesses(profile)) {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {
      // It ended meanwhile.
    }
  }
}

function extensionProcesses(profile: string): string[] {
  if (!existsSync('/proc/self/clear_refs')) return [];
  const own = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
        return isBelow(pid, profile) ? [{ pid, name, command: commandOf(pid) }] : [];
      } catch {
        return []; // It ended meanwhile.
      }
    });
  const runsExtension = ({ name, command }: (typeof own)[number]) =>
    name === 'WebExtensions' || command.includes('--extension-process');
  return own.filter(runsExtension).map(({ pid }) => pid);
}

/** Whether a process was started, directly or not, by the browser with this profile. */
function isBelow(pid: string, profile: string): boolean {
  for (let each = pid; each !== '0' && each !== '1'; ) {
    if (commandOf(each).includes(profile)) return true;
    const parent = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1];
    if (!parent) return false;
    each = parent;
  }
  return false;
}

function commandOf(pid: string): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
}
