/** What happened to one tick; milliseconds of the page's clock, all but `frames` from the click's handler. */
export interface TickTimes {
  /** From the input event's own time stamp to the handler: what the browser itself needs. */
  readonly input: number;
  /** The sealed event was handed to the database. */
  readonly begun: number;
  /** The transaction that wrote the event was complete. */
  readonly durable: number;
  /** The row told of the tick. */
  readonly shown: number;
  /** The frame after the one that painted it began. */
  readonly painted: number;
  /** 1 when the very next frame painted it. */
  readonly frames: number;
  readonly durability: string;
}

/** What the probe adds to the page. */
export interface TickProbe {
  /** Resolves once the last click was painted. Throws when there was no click within five seconds. */
  tick(): Promise<TickTimes>;
  /** One raw put of a row like an event's, strict, in a database of its own. @returns milliseconds until it is complete. */
  put(): Promise<number>;
  /** The next click on a box makes such a put from its own handler, and the app does not hear of it. */
  armPut(): void;
  /** Resolves with the milliseconds of the put that {@link armPut} asked for. */
  clickPut(): Promise<number>;
  /** The milliseconds between frames seen so far. */
  frameGaps: number[];
}

/** Sent into the panel as source; uses nothing from outside itself. Adds `tickProbe` to the page. */
export async function installTickProbe(): Promise<void> {
  const open = (name: string, upgrade?: (database: IDBDatabase) => void) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => upgrade?.(request.result);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const own = await open('sidelight');
  const sample = await new Promise<{ box: Uint8Array<ArrayBuffer> }>((resolve, reject) => {
    const request = own.transaction('events').objectStore('events').openCursor();
    request.onsuccess = () => resolve(request.result?.value);
    request.onerror = () => reject(request.error);
  });
  own.close();
  const floor = await open('bench-floor', database => {
    database.createObjectStore('rows', { keyPath: ['session', 'seq'] });
  });

  let seq = Date.now();
  const put = () =>
    new Promise<number>((resolve, reject) => {
      seq += 1;
      const row = { session: 'b4b1f1de-0000-4000-8000-000000000000', seq, box: sample.box.slice() };
      const start = performance.now();
      const transaction = floor.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put(row);
      transaction.oncomplete = () => resolve(performance.now() - start);
      transaction.onerror = () => reject(transaction.error);
    });

  interface Watched {
    handled: number;
    input: number;
    row: Element;
    before: string | null;
    firstFrame: number;
    begun?: number;
    durable?: number;
    durability?: string;
    shown?: number;
    painted?: number;
    frames?: number;
  }
  let watched: Watched | null = null;
  let frame = 0;
  let previous = 0;
  const frameGaps: number[] = [];
  let whenPainted = () => {};
  let isArmed = false;
  let clickPut = Promise.resolve(0);

  addEventListener(
    'click',
    event => {
      const row = (event.target as Element).closest('li');
      if (!row || !(event.target instanceof HTMLInputElement)) return;
      if (isArmed) {
        isArmed = false;
        event.preventDefault();
        event.stopImmediatePropagation();
        clickPut = put();
        return;
      }
      const handled = performance.now();
      const before = row.getAttribute('data-mark');
      watched = { handled, input: handled - event.timeStamp, row, before, firstFrame: frame };
    },
    { capture: true },
  );

  // Dexie binds a database's own `transaction` when it opens it, so the write is met one step later.
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...args) {
    const current = watched;
    if (current && this.name === 'events') {
      current.durability = this.transaction.durability;
      current.begun ??= performance.now();
      // In Dexie's own handler, as Chromium calls those of a transaction in the order they were added, and Dexie's first
      // shows the tick at once.
      const { transaction } = this;
      const { oncomplete } = transaction;
      transaction.oncomplete = function (event) {
        current.durable = performance.now();
        oncomplete?.call(this, event);
      };
    }
    return add.apply(this, args);
  };

  new MutationObserver(() => {
    if (watched && watched.shown === undefined && watched.row.getAttribute('data-mark') !== watched.before) {
      watched.shown = performance.now();
    }
  }).observe(document.body, { subtree: true, attributeFilter: ['data-mark'] });

  const onFrame = () => {
    const now = performance.now();
    frameGaps.push(now - previous);
    previous = now;
    frame += 1;
    if (watched?.frames !== undefined && watched.painted === undefined) {
      watched.painted = now;
      whenPainted();
    }
    if (watched?.shown !== undefined) watched.frames ??= frame - watched.firstFrame;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);

  const tick = async (): Promise<TickTimes> => {
    if (watched?.painted === undefined) {
      await new Promise<void>((resolve, reject) => {
        whenPainted = resolve;
        setTimeout(() => reject(new Error('No click was painted within five seconds')), 5_000);
      });
    }
    if (!watched) throw new Error('There was no click.');
    const {
      handled,
      input,
      begun = 0,
      durable = 0,
      shown = 0,
      painted = 0,
      frames = 0,
      durability,
    } = watched;
    watched = null;
    return {
      input,
      begun: begun - handled,
      durable: durable - handled,
      shown: shown - handled,
      painted: painted - handled,
      frames,
      durability: durability ?? 'none seen',
    };
  };
  const armPut = () => {
    isArmed = true;
  };
  const probe: TickProbe = { tick, put, armPut, clickPut: () => clickPut, frameGaps };
  Object.assign(globalThis, { tickProbe: probe });
}
