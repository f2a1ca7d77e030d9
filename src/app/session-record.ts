import type { ReadonlySignal } from '@preact/signals';
import { type Command, decide } from '../domain/decide';
import { mergeText } from '../domain/merge-text';
import { isRefusal, type Refusal } from '../domain/refusal';
import type { Session } from '../domain/session';
import type { SessionEvent } from '../domain/session-event';
import { summarise } from '../domain/session-summary';
import { type Draft, type DraftField, dropDraft, Overtaken } from '../store/drafts';
import type { OpenVault } from '../store/open-vault';
import { SessionLog, type SessionReading } from '../store/session-log';
import { readySummary } from '../store/sessions';
import { type ActInHand, ActsInTurn } from './acts-in-turn';
import { WordsDraft } from './words-draft';
import type { World } from './world';

/**
 * A session that is over, while it is reviewed, signed off or amended in one page. Each act is written with the session's
 * line in the list, both or neither. Two pages may hold the same session; neither undoes what the other wrote.
 */
export class SessionRecord {
  /** The reflection while it is typed. It becomes a part of the log at sign-off, or when the review is finished. */
  readonly reflection: WordsDraft;
  /** An amendment while it is typed, with its reason. */
  readonly amendment: { readonly reason: WordsDraft; readonly text: WordsDraft };
  readonly #log: SessionLog;
  readonly #acts = new ActsInTurn<Command>();
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
    const draft = (field: DraftField) => new WordsDraft(vault, id, field, () => 0, null);
    this.amendment = { reason: draft('amendment-reason'), text: draft('amendment') };
  }

  /** Opens the session and keeps it in step with every other page until `close`. */
  static async open(vault: OpenVault, world: World, id: string): Promise<SessionRecord> {
    const record = new SessionRecord(vault, world, id);
    await record.#log.catchUp();
    const { session } = record.reading.value;
    if (session) record.reflection.begin(session.review.reflection);
    record.#stops = [
      record.#log.follow(),
      await record.reflection.follow(),
      await record.amendment.reason.follow(),
      await record.amendment.text.follow(),
      record.reading.subscribe(({ session: now }) => {
        if (now && now.review.signedOff !== null) void record.#bringHome().catch(() => {});
      }),
    ];
    return record;
  }

  get reading(): ReadonlySignal<SessionReading> {
    return this.#log.reading;
  }

  /** What was asked for and is not on the disk yet, oldest first. */
  get inHand(): ReadonlySignal<readonly ActInHand<Command>[]> {
    return this.#acts.inHand;
  }

  /** Does what was asked. Resolves once it is on the disk, however long the browser refuses to write. */
  dispatch(command: Command): Promise<readonly SessionEvent[] | Refusal> {
    return this.#acts.perform(command, () =>
      this.#log.append(
        session => decide(session, command, this.#facts()),
        after => readySummary(this.vault, this.id, summarise(after)),
      ),
    );
  }

  /**
   * Finishes the review, or signs it off, with the reflection as every page has it by then. Signing off freezes the
   * session: what was typed elsewhere and not saved yet comes beside it as an amendment.
   */
  settle(how: 'finish-review' | 'sign-off'): Promise<readonly SessionEvent[] | Refusal> {
    return this.#acts.perform({ do: how }, () => this.#settle(how));
  }

  /**
   * Adds the amendment that was typed. Its draft goes with it, both or neither. Adds nothing when reason or text is empty
   * by then: another page may have added the same words.
   */
  amend(): Promise<readonly SessionEvent[] | Refusal> {
    const { reason, text } = this.amendment;
    const command: Command = { do: 'amend', reason: reason.text.value.trim(), text: text.text.value };
    return this.#acts.perform(command, () => this.#amend());
  }

  /** Resolves once everything in hand is on the disk. */
  async settleWords(): Promise<void> {
    await Promise.all([...this.#drafts.map(draft => draft.flush()), this.#acts.settle()]);
  }

  /** Tries at once what the browser refused to write. */
  tryAgain(): void {
    this.#acts.tryAgain();
    for (const draft of this.#drafts) void draft.flush();
  }

  close(): void {
    for (const draft of this.#drafts) void draft.flush();
    for (const stop of this.#stops) stop();
  }

  get #drafts(): readonly WordsDraft[] {
    return [this.reflection, this.amendment.reason, this.amendment.text];
  }

  async #amend(): Promise<readonly SessionEvent[] | Refusal> {
    const { database } = this.vault;
    for (;;) {
      const [reason, text] = [await this.amendment.reason.gather(), await this.amendment.text.gather()];
      const command: Command = { do: 'amend', reason: reason.text.trim(), text: text.text };
      if (command.reason === '' || command.text.trim() === '') return [];
      try {
        const outcome = await this.#log.append(
          session => decide(session, command, this.#facts()),
          async after => {
            const list = await readySummary(this.vault, this.id, summarise(after));
            return async () => {
              await list();
              await dropDraft(database, this.id, 'amendment-reason', reason);
              await dropDraft(database, this.id, 'amendment', text);
            };
          },
        );
        if (isRefusal(outcome)) return outcome;
        this.amendment.reason.landed(reason.text, '');
        this.amendment.text.landed(text.text, '');
        return outcome;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
  }

  async #settle(how: 'finish-review' | 'sign-off'): Promise<readonly SessionEvent[] | Refusal> {
    for (;;) {
      const draft = await this.reflection.gather();
      try {
        const outcome = await this.#log.append(
          session => {
            const written = decide(session, { do: 'write-reflection', text: draft.text }, this.#facts());
            const settled = decide(session, { do: how }, this.#facts());
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

  /** Words that another page, or this one, still saved as a draft while the session was signed off. */
  async #bringHome(): Promise<void> {
    for (;;) {
      const draft = await this.reflection.gather();
      const { session } = this.reading.value;
      const signed = this.#signed(session);
      if (session === null || signed === null || (draft.revision === 0 && draft.text === signed)) return;
      const isHome = session.review.amendments.some(({ text }) => text === draft.text);
      try {
        if (!isHome) await this.#amendWith(draft);
        this.reflection.landed(draft.text, signed);
        return;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        await this.#log.catchUp();
      }
    }
  }

  async #amendWith(draft: Draft): Promise<void> {
    await this.#log.append(
      session => decide(session, { do: 'write-reflection', text: draft.text }, this.#facts()),
      async after => {
        const list = await readySummary(this.vault, this.id, summarise(after));
        return async () => {
          await list();
          await dropDraft(this.vault.database, this.id, 'reflection', draft);
        };
      },
    );
  }

  async #writeLate(base: string, text: string): Promise<string> {
    await this.#log.catchUp();
    let standing = text;
    const outcome = await this.#log.append(
      session => {
        const merged = mergeText(base, text, session.review.reflection);
        standing = this.#signed(session) ?? merged;
        return decide(session, { do: 'write-reflection', text: merged }, this.#facts());
      },
      after => readySummary(this.vault, this.id, summarise(after)),
    );
    // The words have found no place, so they stay in hand and are not called saved.
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return standing;
  }

  /** The reflection that was signed off, null before. Later words stand beside it. */
  #signed(session: Session | null): string | null {
    return session && session.review.signedOff !== null ? session.review.reflection : null;
  }

  #facts() {
    return { minute: 0, day: this.world.today() };
  }
}
