import browser from 'webextension-polyfill';

/** One value that every page of Sidelight sees and that lies in memory only; the browser clears it when it closes. */
export interface SessionMemory<T> {
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  clear(): Promise<void>;
  /** Calls back at every change, whichever page made it, in their order, until the returned function is called. */
  follow(onChange: (value: T | null) => void): () => void;
}

/** @param T what JSON can carry: Chromium turns typed arrays and keys into `{}` here. */
export function sessionMemory<T>(name: string): SessionMemory<T> {
  const area = browser.storage.session;
  return {
    read: async () => ((await area.get(name))[name] as T | undefined) ?? null,
    write: value => area.set({ [name]: value }),
    clear: () => area.remove(name),
    follow: onChange => {
      const listen = (changes: Record<string, { newValue?: unknown }>, areaName: string) => {
        const change = areaName === 'session' ? changes[name] : undefined;
        if (change) onChange((change.newValue as T | undefined) ?? null);
      };
      browser.storage.onChanged.addListener(listen);
      return () => browser.storage.onChanged.removeListener(listen);
    },
  };
}
