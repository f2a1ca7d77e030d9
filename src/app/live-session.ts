import { type ReadonlySignal, signal } from '@preact/signals';
import { type Command, decide, type Facts } from '../domain/decide';
import { isAfterCommand } from '../domain/decide-after';
import { isFollowUpCommand } from '../domain/decide-follow-up';
import { mergeText } from '../domain/merge-text';
import { isRefusal, type Refusal } from '../domain/refusal';
import { isPaused, type Session } from '../domain/session';
import {
  anchorClock,
  elapsedAt,
  hasDrifted,
  minutesIn,
  type SessionClock,
  stopClock,
} from '../domain/session-clock';
import type { SessionEvent } from '../domain/session-event';
import { summarise } from '../domain/session-summary';
import { isWriteFailure } from '../store/database';
import { Overtaken } from '../store/drafts';
import type { OpenVault } from '../store/open-vault';
import { type Alongside, SessionLog, type SessionReading } from '../store/session-log';
import { getClock, keepClock, readyClock, readyEnd, readySummary } from '../store/sessions';
import { WordsDraft } from './words-draft';
import type { World } from './world';

/** An act that is not on the disk yet. `refused` once the browser would not write it; it is tried again by itself. */
export interface WaitingAct {
  readonly command: Command;
  readonly facts: Facts;
  readonly refused: boolean;
}

/** What became of an act, told only once it is on the disk or was refused for a reason. */
export type Outcome = readonly SessionEvent[] | Refusal;

/** Milliseconds until a refused write is tried again. */
const RETRY_AFTER = 2_000;

/**
 * The session of the moment, in one page. Acts are written one after the other, each with the minute in which it
 * was done; an act the browser refuses to write waits, says so, and is tried until it lands.
 */
export class LiveSession {
  readonly note: WordsDraft;
  readonly #log: SessionLog;
  readonly #waiting = signal<readonly WaitingAct[]>([]);
  #clock: SessionClock;
  #turn: Promise<unknown> = Promise.resolve();
  #hurry: () => void = () => {};
  #stops: (() => void)[] = [];

  private constructor(
    private readonly vault: OpenVault,
    private readonly world: World,
    readonly id: string,
  ) {
    this.#log = new SessionLog(vault, id);
    this.#clock = { elapsed: 0, anchor: world.readClocks() };
    this.note = new WordsDraft(
      vault,
      id,
      'note',
      () => this.minute(),
      (base, text, begun) => this.#writeLate(base, text, begun),
    );
  }

  /** Opens the session and keeps it in step with every other page until `close`. */
  static async open(vault: OpenVault, world: World, id: string): Promise<LiveSession> {
    const live = new LiveSession(vault, world, id);
    const [stored] = await Promise.all([getClock(vault, id), live.#log.catchUp()]);
    const anchor = world.readClocks();
    // Without its clock the session goes on from the latest minute it knows of.
    const latest = (live.reading.value.session?.latestMinute ?? 0) * 60_000;
    live.#clock = stored ? anchorClock(stored, anchor) : { elapsed: latest, anchor };
    let wasPaused: boolean | undefined;
    live.#stops = [
      live.#log.follow(),
      await live.note.follow(),
      live.reading.subscribe(({ session }) => {
        const paused = session !== null && isPaused(session);
        if (wasPaused !== undefined && wasPaused !== paused) void live.#readClock();
        wasPaused = paused;
      }),
    ];
    return live;
  }

  get reading(): ReadonlySignal<SessionReading> {
    return this.#log.reading;
  }

  get waiting(): ReadonlySignal<readonly WaitingAct[]> {
    return this.#waiting;
  }

  /** Minutes into the session, floor, never negative and never before the latest event. */
  minute(): number {
    const reading = this.world.readClocks();
    if (hasDrifted(this.#clock, reading)) {
      this.#clock = anchorClock(this.#clock, reading);
      // Only a help for the next page; the clock in hand is right already.
      void keepClock(this.vault, this.id, this.#clock).catch(() => {});
    }
    const latest = this.#log.reading.value.session?.latestMinute ?? 0;
    return Math.max(latest, minutesIn(elapsedAt(this.#clock, reading)));
  }

  /** Does what was asked. Resolves when it is on the disk, however long the browser refuses to write. */
  dispatch(command: Command): Promise<Outcome> {
    const alongside = this.#alongside(command);
    return this.#perform({ command, facts: this.#facts(), refused: false }, facts =>
      this.#log.append(session => decide(session, command, facts), alongside),
    );
  }

  /** Ends the session; the note goes into the log with it, as all pages have typed it by then. */
  async end(): Promise<Outcome> {
    const act: WaitingAct = { command: { do: 'end' }, facts: this.#facts(), refused: false };
    const outcome = await this.#perform(act, facts => this.#writeEnd(facts));
    await this.note.flush();
    return outcome;
  }

  /** Resolves once everything in hand is on the disk, the note as it stands included. */
  async settle(): Promise<void> {
    await Promise.all([this.note.flush(), this.#turn]);
  }

  /** Tries a refused act at once. */
  tryAgain(): void {
    this.#hurry();
    void this.note.flush();
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #perform(act: WaitingAct, write: (facts: Facts) => Promise<Outcome>): Promise<Outcome> {
    this.#waiting.value = [...this.#waiting.value, act];
    const done = this.#turn.then(() => this.#insist(act, write));
    this.#turn = done.catch(() => {});
    return done;
  }

  async #insist(act: WaitingAct, write: (facts: Facts) => Promise<Outcome>): Promise<Outcome> {
    for (let current = act; ; ) {
      try {
        const outcome = await write(current.facts);
        this.#waiting.value = this.#waiting.value.filter(one => one !== current);
        return outcome;
      } catch (error) {
        if (!isWriteFailure(error)) {
          this.#waiting.value = this.#waiting.value.filter(one => one !== current);
          throw error;
        }
        const refused = { ...current, refused: true };
        this.#waiting.value = this.#waiting.value.map(one => (one === current ? refused : one));
        current = refused;
        await this.#pause();
      }
    }
  }

  #pause(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, RETRY_AFTER);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #writeEnd(facts: Facts): Promise<Outcome> {
    for (;;) {
      const note = await this.note.gather();
      try {
        const outcome = await this.#log.append(
          session => {
            // Another page was first. What is still unsaved here joins its note as words that came late.
            if (session.ended !== null) return [];
            const noted = decide(session, { do: 'write-note', text: note.text, begun: note.begun }, facts);
            const ended = decide(session, { do: 'end' }, facts);
            return isRefusal(noted) || isRefusal(ended) ? ended : [...noted, ...ended];
          },
          after => readyEnd(this.vault, this.id, summarise(after), note),
        );
        if (!isRefusal(outcome) && outcome.length > 0) this.note.landed(note.text);
        return outcome;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
  }

  #facts(): Facts {
    return { minute: this.minute(), day: this.world.today() };
  }

  /** Most acts change the log alone; some of them the clock, or what the list tells of the session once it has ended. */
  #alongside({ do: asked }: Command): Alongside | undefined {
    if (asked === 'pause' || asked === 'resume') return after => this.#readyClock(after);
    if (!isFollowUpCommand({ do: asked }) && !isAfterCommand({ do: asked })) return undefined;
    return after => readySummary(this.vault, this.id, summarise(after));
  }

  async #readyClock(after: Session): Promise<() => Promise<void>> {
    const reading = this.world.readClocks();
    const clock = (isPaused(after) ? stopClock : anchorClock)(this.#clock, reading);
    const write = await readyClock(this.vault, this.id, clock);
    return async () => {
      await write();
      this.#clock = clock;
    };
  }

  /** Another page, or this one, has stopped the clock or let it go on. */
  async #readClock(): Promise<void> {
    const stored = await getClock(this.vault, this.id).catch(() => null);
    if (stored) this.#clock = stored;
  }

  // Not in turn with the acts: an end that waits there may itself be waiting for the note.
  async #writeLate(base: string, text: string, begun: number): Promise<string> {
    await this.#log.catchUp();
    let merged = text;
    await this.#log.append(session => {
      merged = mergeText(base, text, session.note?.text ?? base);
      const minute = session.note?.minute ?? begun;
      return decide(
        session,
        { do: 'write-note', text: merged, begun: minute },
        { minute, day: this.world.today() },
      );
    });
    return merged;
  }
}
