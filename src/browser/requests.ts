/** Requests to anywhere outside the extension: those that went out, and those the page's own policy stopped. */
export interface RequestCount {
  readonly made: number;
  readonly stopped: number;
}

const INSIDE = new Set(['chrome-extension:', 'moz-extension:', 'blob:', 'data:']);

let count: RequestCount = { made: 0, stopped: 0 };
let tell: (count: RequestCount) => void = () => {};

/** Counts from the page's start on. The browser keeps the list of what was loaded; here it is only read. */
export function watchRequests(): void {
  const observer = new PerformanceObserver(list => {
    const outside = list.getEntries().filter(({ name }) => !INSIDE.has(schemeOf(name)));
    know({ ...count, made: count.made + outside.length });
  });
  observer.observe({ type: 'resource', buffered: true });
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    if (/^(https?|wss?):/.test(blockedURI)) know({ ...count, stopped: count.stopped + 1 });
  });
}

/** Tells the count now and after every change, until the returned function is called. One follower at a time. */
export function followRequests(onCount: (count: RequestCount) => void): () => void {
  tell = onCount;
  onCount(count);
  return () => {
    tell = () => {};
  };
}

function know(next: RequestCount): void {
  count = next;
  tell(count);
}

function schemeOf(url: string): string {
  return URL.parse(url)?.protocol ?? url;
}
