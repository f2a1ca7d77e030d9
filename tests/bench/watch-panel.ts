/** What a panel did by itself since it was watched. */
export interface PanelWatch {
  /** Delays of the intervals it set, in milliseconds. */
  readonly intervals: number[];
  /** Delays of the timeouts it set. */
  readonly timeouts: number[];
  /** Animation frames it asked for. */
  frames: number;
  /** Milliseconds of each task that held its thread for more than 50. */
  readonly longTasks: number[];
}

/** Sent into the panel as source; uses nothing from outside itself. Adds `panelWatch` to the page. */
export function watchPanel(): void {
  const watch: PanelWatch = { intervals: [], timeouts: [], frames: 0, longTasks: [] };
  const { setInterval: interval, setTimeout: timeout, requestAnimationFrame: frame } = globalThis;
  globalThis.setInterval = ((...args: Parameters<typeof interval>) => {
    watch.intervals.push(Number(args[1] ?? 0));
    return interval.apply(globalThis, args);
  }) as typeof interval;
  globalThis.setTimeout = ((...args: Parameters<typeof timeout>) => {
    watch.timeouts.push(Number(args[1] ?? 0));
    return timeout.apply(globalThis, args);
  }) as typeof timeout;
  globalThis.requestAnimationFrame = callback => {
    watch.frames += 1;
    return frame.call(globalThis, callback);
  };
  new PerformanceObserver(list => {
    watch.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  Object.assign(globalThis, { panelWatch: watch });
}
