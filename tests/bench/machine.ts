import { cpus, loadavg, totalmem } from 'node:os';

/** The processor, and how busy others keep it, which tells how far to trust the numbers. */
export function describeMachine(): string {
  const [first, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  return `${first?.model.trim() ?? 'unknown processor'}, ${others.length + 1} cores, ${memory} GiB, load ${load} at the start`;
}
