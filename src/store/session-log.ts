import { type ReadonlySignal, signal } from '@preact/signals';
import { Dexie } from 'dexie';
import { isRefusal, type Refusal } from '../domain/refusal';
import { foldSession, type Session } from '../domain/session';
import type { LoggedEvent, SessionEvent } from '../domain/session-event';
import { type EventRow, reopen } from './database';
import { followQuery } from './live';
import type { OpenVault } from './open-vault';
import { type OpenedLog, openRows, sealLog, sealSingly } from './packed-log';

/** With one of these a log that has ended comes to rest, for hours or for good, and is packed. The answers of a review are none. */
const RESTS: ReadonlySet<SessionEvent['type']> = new Set([
  'ended',
  'reviewed',
  'audited',
  'signed-off',
  'amended',
  'second-rated',
  'follow-up-closed',
]);

/** What is known of a session: its story, and the places in its log that could not be read. */
export interface SessionReading {
  /** Null when the log does not hold its beginning. */
  readonly session: Session | null;
  readonly damaged: readonly number[];
}

/**
 * Readies further writes that must land together with the events or not at all; what it gives runs inside the transaction.
 * @param after the session as it is with the events.
 */
export type Alongside = (after: Session) => Promise<() => Promise<void>>;

/**
 * The log of one session, kept open: what was opened once is not opened again. Several pages may hold the same
 * log; each event takes a place of its own, so that none is lost and none lands twice.
 */
export class SessionLog {
  readonly #reading = signal<SessionReading>({ session: null, damaged: [] });
  #events: LoggedEvent[] = [];
  #damaged: number[] = [];
  /** The place the next event will take. */
  #next = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly vault: OpenVault,
    readonly id: string,
  ) {}

  /** Follows every write of this page at once and of other pages as soon as the browser tells. */
  get reading(): ReadonlySignal<SessionReading> {
    return this.#reading;
  }

  /** Whether it holds such an event, taken back since or not. */
  hasEvent(isSuch: (event: SessionEvent) => boolean): boolean {
    return this.#events.some(({ event }) => isSuch(event));
  }

  /** Reads what came since the last look. */
  catchUp(): Promise<void> {
    return this.#inTurn(async () => this.#take(await this.#rowsSince(this.#next)));
  }

  /**
   * Decides on the newest state and writes what was decided. Resolves once it is on the disk; rejects when the
   * browser refuses to write, and then nothing was written.
   */
  append(
    decide: (session: Session) => readonly SessionEvent[] | Refusal,
    alongside?: Alongside,
  ): Promise<readonly SessionEvent[] | Refusal> {
    return this.#inTurn(async () => {
      await reopen(this.vault.database);
      for (;;) {
        const { session } = this.#reading.value;
        if (!session) return { refused: 'session-damaged' };
        const events = decide(session);
        if (isRefusal(events) || events.length === 0) return events;
        const written = await this.#write(events, alongside);
        if (written === 'written') return events;
        if (written === 'erased') return { refused: 'session-erased' };
        await this.#take(await this.#rowsSince(this.#next));
      }
    });
  }

  /** Keeps the reading in step with other pages until the returned function is called. */
  follow(): () => void {
    return followQuery(
      () => this.#rowsSince(this.#next),
      rows => void this.#inTurn(() => this.#take(rows)),
    );
  }

  /** Nothing is written when another page took the place first, or has erased the session. */
  async #write(
    events: readonly SessionEvent[],
    alongside?: Alongside,
  ): Promise<'written' | 'overtaken' | 'erased'> {
    const logged = events.map((event, index) => ({ seq: this.#next + index, event }));
    // Seal before the transaction: awaiting Web Crypto inside one commits it early.
    const rows = await sealSingly(this.vault, this.id, logged);
    const log = [...this.#events, ...logged];
    const after = foldSession(log);
    const hasEnded = after !== null && after.ended !== null;
    const rests = hasEnded && this.#damaged.length === 0 && events.some(({ type }) => RESTS.has(type));
    const packed = rests ? await sealLog(this.vault, this.id, log) : null;
    const finish = after && (await alongside?.(after));
    const { database } = this.vault;
    try {
      await database.transaction('rw', alongside ? database.tables : [database.events], async () => {
        // Asked for together, as each answer waits for the page's next free moment; throwing takes the rows back.
        const [before] = await Promise.all([
          database.events.get([this.id, this.#next - 1]),
          database.events.bulkAdd(rows),
        ]);
        if (!before) throw new LogIsAnother();
        if (packed) await this.#replaceAll(packed);
        await finish?.();
      });
    } catch (error) {
      if (isTaken(error)) return 'overtaken';
      // Packed with later ones by another page, grown by a restore, or erased with the whole session.
      if (error instanceof LogIsAnother)
        return (await this.#from(this.#next).count()) > 0 ? 'overtaken' : 'erased';
      throw error;
    }
    this.#remember(logged, []);
    return 'written';
  }

  /** For the end of a transaction that has written up to the last of these rows. */
  async #replaceAll(rows: readonly EventRow[]): Promise<void> {
    // A restore may have brought later places beyond one that is missing; what was not read here is not thrown away.
    const last = rows.at(-1)?.seq ?? -1;
    if ((await this.#from(last + 1).count()) > 0) throw new LogIsAnother();
    await this.#from(0).delete();
    await this.vault.database.events.bulkAdd(rows);
  }

  #rowsSince(seq: number): Promise<EventRow[]> {
    return this.#from(seq).toArray();
  }

  #from(seq: number) {
    return this.vault.database.events.where('[session+seq]').between([this.id, seq], [this.id, Dexie.maxKey]);
  }

  async #take(rows: readonly EventRow[]): Promise<void> {
    const fresh = rows.filter(({ seq }) => seq >= this.#next);
    if (fresh.length === 0) return;
    const { log, damaged } = await openRows(this.vault, fresh, this.#next);
    this.#next = (fresh.at(-1)?.seq ?? 0) + 1;
    this.#remember(log, damaged);
  }

  #remember(events: readonly LoggedEvent[], damaged: readonly number[]): void {
    this.#events.push(...events);
    this.#damaged.push(...damaged);
    this.#next = Math.max(this.#next, ...events.map(({ seq }) => seq + 1));
    this.#reading.value = { session: foldSession(this.#events), damaged: [...this.#damaged] };
  }

  /** One read or write at a time, so that none decides on a state another is about to change. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}

/** Thrown inside a transaction, which then writes nothing. */
class LogIsAnother extends Error {
  override readonly name = 'LogIsAnother';
}

/** A whole log read once. */
export async function readLog(vault: OpenVault, id: string): Promise<OpenedLog> {
  const rows = await vault.database.events
    .where('[session+seq]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .toArray();
  return openRows(vault, rows);
}

function isTaken(error: unknown): boolean {
  return error instanceof Dexie.BulkError && error.failures.some(({ name }) => name === 'ConstraintError');
}
