import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Processor time so far, in clock ticks of 10 ms. */
export interface CpuTime {
  /** All that ran on this computer. */
  readonly computer: number;
  readonly whole: number;
  /** The processes that run nothing but extension pages; the panel is in one of them. */
  readonly extension: number;
}

/** Whether this system tells the processor time of a process. */
export const canReadCpu = existsSync('/proc/self/stat');

/** The processor time that the browser with this profile has used so far, its processes that have ended included. */
export function readCpu(profile: string): CpuTime {
  const table = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(readProcess);
  const first = table.find(({ command }) => command.includes(profile) && !command.includes('--type='));
  if (!first) throw new Error('The browser of this profile does not run.');
  const own = new Set([first.pid]);
  let size = 0;
  while (size !== own.size) {
    size = own.size;
    for (const { pid, parent } of table) if (own.has(parent)) own.add(pid);
  }
  const ours = table.filter(({ pid }) => own.has(pid));
  const sum = (some: typeof ours) => some.reduce((total, { ticks }) => total + ticks, 0);
  return {
    computer: computerTicks(),
    whole: sum(ours),
    extension: sum(ours.filter(({ command }) => command.includes('--extension-process'))),
  };
}

/** User, nice, system, and both kinds of interrupt, of all processors. */
function computerTicks(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)
    .join('')
    .split(/\s+/)
    .map(Number);
  return user + nice + system + irq + softIrq;
}

function readProcess(pid: string) {
  try {
    // "pid (any name) state parent …"; the 14th to 17th are user and system time, of itself and of children waited for.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid: Number(pid), parent: fields[1] as number, ticks, command }];
  } catch {
    return []; // It ended meanwhile.
  }
}
