import type { ReadonlySignal } from '@preact/signals';
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
import { Overtaken } from '../store/drafts';
import type { OpenVault } from '../store/open-vault';
import { type Alongside, SessionLog, type SessionReading } from '../store/session-log';
import {
  AnotherIsLive,
  getClock,
  keepClock,
  readyClock,
  readyEnd,
  readyGoingOn,
  readySummary,
} from '../store/sessions';
import { type ActInHand, ActsInTurn } from './acts-in-turn';
import { WordsDraft } from './words-draft';
import type { World } from './world';

/** What was asked for, and what the world said just then. */
export interface GivenAct {
  readonly command: Command;
  readonly facts: Facts;
}

/** An act of a live session that is not on the disk yet. */
export type WaitingAct = ActInHand<GivenAct>;

/** What became of an act, told only once it is on the disk or was refused for a reason. */
export type Outcome = readonly SessionEvent[] | Refusal;

/**
 * The session of the moment, in one page. Acts are written one after the other, each with the minute in which it
 * was done; an act the browser refuses to write waits, says so, and is tried until it lands.
 */
export class LiveSession {
  readonly note: WordsDraft;
  readonly #log: SessionLog;
  readonly #acts = new ActsInTurn<GivenAct>();
  #clock: SessionClock;
  #stops: (() => void)[] = [];
  /** What this session changes in earlier ones. */
  #carried: Promise<void> = Promise.resolve();

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
    if (!stored) live.#clock = { elapsed: latest, anchor };
    else live.#clock = stored.anchor ? anchorClock(stored, anchor) : stored;
    // A session that ended and goes on has its note in the log.
    live.note.begin(live.reading.value.session?.note?.text ?? '');
    let before: string | undefined;
    live.#stops = [
      live.#log.follow(),
      await live.note.follow(),
      live.reading.subscribe(({ session }) => {
        // The clock was stopped, or went on, here or in another page.
        const now = `${session?.ended === null} ${session !== null && isPaused(session)}`;
        if (before !== undefined && before !== now) void live.#readClock();
        before = now;
      }),
    ];
    live.#settleCarriedAgain();
    return live;
  }

  get reading(): ReadonlySignal<SessionReading> {
    return this.#log.reading;
  }

  get waiting(): ReadonlySignal<readonly WaitingAct[]> {
    return this.#acts.inHand;
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
  async dispatch(command: Command): Promise<Outcome> {
    const alongside = this.#alongside(command);
    const facts = this.#facts();
    const before = this.reading.value.session;
    const outcome = await this.#acts.perform({ command, facts }, () =>
      this.#log.append(session => decide(session, command, facts), alongside),
    );
    if (!isRefusal(outcome)) this.#settleCarried(outcome, before);
    return outcome;
  }

  /** Ends the session; the note goes into the log with it, as all pages have typed it by then. */
  async end(): Promise<Outcome> {
    const facts = this.#facts();
    const act: GivenAct = { command: { do: 'end' }, facts };
    const outcome = await this.#acts.perform(act, () => this.#writeEnd(facts));
    if (!isRefusal(outcome)) this.#settleCarriedAgain();
    await this.note.flush();
    return outcome;
  }

  /** Takes the end back, as long as nothing was reviewed. Refused while another session is live. */
  async goOn(): Promise<Outcome> {
    const minutes = this.reading.value.session?.ended ?? this.minute();
    const reading = this.world.readClocks();
    const facts = this.#facts();
    return this.#acts.perform<Outcome>({ command: { do: 'go-on' }, facts }, async () => {
      try {
        return await this.#log.append(
          session => decide(session, { do: 'go-on' }, facts),
          async after => {
            const clock = { elapsed: minutes * 60_000, anchor: isPaused(after) ? null : reading };
            const write = await readyGoingOn(this.vault, this.id, summarise(after), clock);
            return async () => {
              await write();
              this.#clock = clock;
            };
          },
        );
      } catch (error) {
        if (error instanceof AnotherIsLive) return { refused: 'already-live' };
        throw error;
      }
    });
  }

  /** Resolves once everything in hand is on the disk, the note as it stands included. */
  async settle(): Promise<void> {
    await Promise.all([this.note.flush(), this.#acts.settle()]);
    await this.#carried;
  }

  /** Tries a refused act at once. */
  tryAgain(): void {
    this.#acts.tryAgain();
    void this.note.flush();
  }

  close(): void {
    for (const stop of this.#stops) stop();
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

  /**
   * A repair that mends no strain of this session mends what earlier ones with this client left open; its undo opens
   * that again.
   */
  #settleCarried(outcome: readonly SessionEvent[], before: Session | null): void {
    const last = this.reading.value.session?.moments.findLast(({ kind }) => kind === 'repair');
    const touched = outcome.flatMap(event => {
      if (event.type === 'moment-marked') return isRepair(event) && last ? [last.seq] : [];
      if (event.type !== 'undone') return [];
      const act = before?.acts.find(({ seq }) => seq === event.of)?.act;
      // Another page may have marked it a moment ago.
      return !act || isRepair(act) ? [event.of] : [];
    });
    for (const seq of touched)
      this.#inTurnWithCarried(({ settleCarriedRepairs }) =>
        settleCarriedRepairs(this.vault, this.world, { session: this.id, seq }),
      );
  }

  /** Makes good what a refused write, a killed browser or a closed page kept from reaching the earlier sessions. */
  #settleCarriedAgain(): void {
    if (this.#log.hasEvent(isRepair))
      this.#inTurnWithCarried(({ settleRepairsOf }) => settleRepairsOf(this.vault, this.world, this.id));
  }

  #inTurnWithCarried(work: (carried: typeof import('./carried-repairs')) => Promise<void>): void {
    this.#carried = this.#carried
      // Loaded only now: it reads every session's line, and nothing of it may weigh on a start.
      .then(() => import('./carried-repairs'))
      .then(work)
      // Settled again when the session is opened next, or ends.
      .catch(() => {});
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
    const outcome = await this.#log.append(
      session => {
        merged = mergeText(base, text, session.note?.text ?? base);
        const minute = session.note?.minute ?? begun;
        return decide(
          session,
          { do: 'write-note', text: merged, begun: minute },
          { minute, day: this.world.today() },
        );
      },
      // The session's line says the same as before, sealed anew: that tells the search that there are other words.
      after => readySummary(this.vault, this.id, summarise(after)),
    );
    // The words have found no place, so they stay in hand and are not called saved.
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return merged;
  }
}

function isRepair(event: SessionEvent): boolean {
  return event.type === 'moment-marked' && event.kind === 'repair';
}
