import type { ReadonlySignal } from '@preact/signals';
import { type Command, decide } from '../domain/decide';
import { mergeText } from '../domain/merge-text';
import { isRefusal, type Refusal } from '../domain/refusal';
import type { SessionEvent } from '../domain/session-event';
import { summarise } from '../domain/session-summary';
import { dropDraft, Overtaken } from '../store/drafts';
import type { OpenVault } from '../store/open-vault';
import { SessionLog, type SessionReading } from '../store/session-log';
import { readySummary } from '../store/sessions';
import { WordsDraft } from './words-draft';
import type { World } from './world';

/**
 * A session that is over, while it is reviewed, signed off or amended in one page. Each act is written with the session's
 * line in the list, both or neither. Two pages may hold the same session; neither undoes what the other wrote.
 */
export class SessionRecord {
  /** The reflection while it is typed. It becomes a part of the log at sign-off, or when the review is finished. */
  readonly reflection: WordsDraft;
  readonly #log: SessionLog;
  #stops: (() => void)[] = [];

  private constructor(
    private readonly vault: OpenVault,
    private readonly world: World,
    readonly id: string,
  ) {
    this.#log = new SessionLog(vault, id);
    this.reflection = new WordsDraft(
      vault,
      id,
      'reflection',
      () => 0,
      (base, text) => this.#writeLate(base, text),
    );
  }

  /** Opens the session and keeps it in step with every other page until `close`. */
  static async open(vault: OpenVault, world: World, id: string): Promise<SessionRecord> {
    const record = new SessionRecord(vault, world, id);
    await record.#log.catchUp();
    const { session } = record.reading.value;
    if (session) record.reflection.begin(session.review.reflection);
    record.#stops = [record.#log.follow(), await record.reflection.follow()];
    return record;
  }

  get reading(): ReadonlySignal<SessionReading> {
    return this.#log.reading;
  }

  /** Does what was asked. Resolves once it is on the disk; rejects when the browser will not write, and nothing was. */
  dispatch(command: Command): Promise<readonly SessionEvent[] | Refusal> {
    const facts = { minute: 0, day: this.world.today() };
    return this.#log.append(
      session => decide(session, command, facts),
      after => readySummary(this.vault, this.id, summarise(after)),
    );
  }

  /**
   * Finishes the review, or signs it off, with the reflection as every page has it by then. Signing off freezes the
   * session: what was typed elsewhere and not saved yet comes beside it as an amendment.
   */
  async settle(how: 'finish-review' | 'sign-off'): Promise<readonly SessionEvent[] | Refusal> {
    const facts = { minute: 0, day: this.world.today() };
    for (;;) {
      const draft = await this.reflection.gather();
      try {
        const outcome = await this.#log.append(
          session => {
            const written = decide(session, { do: 'write-reflection', text: draft.text }, facts);
            const settled = decide(session, { do: how }, facts);
            if (isRefusal(written) || isRefusal(settled)) return settled;
            return [...written, ...settled];
          },
          async after => {
            const list = await readySummary(this.vault, this.id, summarise(after));
            return async () => {
              await list();
              if (how === 'sign-off') await dropDraft(this.vault.database, this.id, 'reflection', draft);
            };
          },
        );
        if (!isRefusal(outcome) && outcome.length > 0) this.reflection.landed(draft.text);
        return outcome;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
  }

  /** Resolves once everything in hand is on the disk. */
  settleWords(): Promise<void> {
    return this.reflection.flush();
  }

  close(): void {
    void this.reflection.flush();
    for (const stop of this.#stops) stop();
  }

  async #writeLate(base: string, text: string): Promise<string> {
    await this.#log.catchUp();
    const facts = { minute: 0, day: this.world.today() };
    await this.#log.append(
      session => {
        const signed = session.review.reflection;
        const merged = mergeText(base, text, signed);
        return merged === signed ? [] : decide(session, { do: 'write-reflection', text: merged }, facts);
      },
      after => readySummary(this.vault, this.id, summarise(after)),
    );
    return text;
  }
}
