import { type ReadonlySignal, signal } from '@preact/signals';
import { insertedInto, mergeText } from '../domain/merge-text';
import { type Draft, type DraftField, followDraft, getDraft, saveDraft } from '../store/drafts';
import type { OpenVault } from '../store/open-vault';

/** How sure the last keystroke is: on the disk, on its way there, or refused by the browser and tried again. */
export type DraftState = 'saved' | 'saving' | 'refused';

/** Milliseconds from a keystroke to the save that takes it; what a crash may cost at the most, and the write. */
const SAVE_AFTER = 300;
/** More letters than this at once were pasted or dictated, and are saved without waiting for more. */
const AT_ONCE = 20;
/** Milliseconds until a refused save is tried again. */
const RETRY_AFTER = 2_000;

const NONE: Draft = { text: '', begun: 0, revision: 0 };

/**
 * A text of a session while it is typed: the note, or the reflection. Saves by itself as it grows; joins what another
 * page typed at the same time.
 */
export class WordsDraft {
  readonly #text = signal('');
  readonly #state = signal<DraftState>('saved');
  readonly #hasDamage = signal(false);
  #known: Draft = NONE;
  #begun = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly vault: OpenVault,
    private readonly session: string,
    private readonly field: DraftField,
    private readonly minute: () => number,
    /**
     * Finds a place for words that came after their time, and returns the text as it then stands. Null for a text that
     * begins anew once its words have found their place: what was not among them is the beginning of the next.
     */
    private readonly writeLate: ((base: string, text: string, begun: number) => Promise<string>) | null,
  ) {}

  get text(): ReadonlySignal<string> {
    return this.#text;
  }

  get state(): ReadonlySignal<DraftState> {
    return this.#state;
  }

  /** Whether an earlier state of the text could not be read; it is kept as it lies. */
  get hasDamage(): ReadonlySignal<boolean> {
    return this.#hasDamage;
  }

  /** The minute of the session in which the text was begun. */
  get begun(): number {
    return this.#known.text === '' ? this.#begun : this.#known.begun;
  }

  /** Reads what is there and keeps in step with other pages until the returned function is called. */
  async follow(): Promise<() => void> {
    const stored = await getDraft(this.vault, this.session, this.field);
    if (stored) this.#join(stored);
    // In turn with our own saves: the browser may tell of one before it says that it is done.
    return followDraft(
      this.vault,
      this.session,
      this.field,
      draft => void this.#inTurn(async () => this.#join(draft)),
      () => {
        // Looked at again, since what the browser tells of may be long past.
        if (!this.writeLate) void this.#inTurn(() => this.#catchUp()).catch(() => {});
      },
    );
  }

  /** Starts from words that have found their place already. To be called before `follow`. */
  begin(text: string): void {
    this.#text.value = text;
    this.#known = { ...NONE, text };
  }

  /** Takes the whole text as it now stands in the field. */
  type(text: string): void {
    if (text === this.#text.value) return;
    if (this.#text.value === '') this.#begun = this.minute();
    const grown = text.length - this.#text.value.length;
    this.#text.value = text;
    this.#state.value = this.#state.value === 'refused' ? 'refused' : 'saving';
    if (grown > AT_ONCE) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), SAVE_AFTER);
  }

  /**
   * The text as every page has it by now, with what this page has not saved yet. `revision` is that of the stored draft
   * it takes in. Rejects when the browser will not read.
   */
  async gather(): Promise<Draft> {
    await this.#inTurn(() => this.#catchUp());
    return { ...this.#known, text: this.#text.value, begun: this.begun };
  }

  /**
   * Takes note that these words have found their place.
   * @param standing what the field shows from now on, when that is something else; what was typed meanwhile is joined to it.
   */
  landed(text: string, standing = text): void {
    const typed = this.#text.value;
    // Joined to nothing, a letter changed in their middle would keep all the words in hand.
    this.#text.value = standing === '' ? insertedInto(text, typed) : mergeText(text, typed, standing);
    this.#known = { ...this.#known, text: standing };
  }

  /** Saves now what is not saved yet. Never rejects; `state` tells how it went. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#inTurn(() => this.#save());
  }

  async #save(): Promise<void> {
    try {
      while (this.#text.value !== this.#known.text) {
        const draft: Draft = { ...this.#known, text: this.#text.value, begun: this.begun };
        const saved = await saveDraft(this.vault, this.session, this.field, draft);
        if (saved === 'saved') {
          this.#known = { text: draft.text, begun: draft.begun, revision: draft.revision + 1 };
        } else if (saved === 'overtaken') {
          await this.#catchUp();
        } else if (!this.writeLate) {
          this.#beginAnew();
        } else {
          const text = await this.writeLate(this.#known.text, draft.text, draft.begun);
          this.#text.value = mergeText(draft.text, this.#text.value, text);
          this.#known = { text, begun: draft.begun, revision: 0 };
        }
      }
      this.#state.value = 'saved';
    } catch {
      this.#state.value = 'refused';
      this.#timer ??= setTimeout(() => void this.flush(), RETRY_AFTER);
    }
  }

  async #catchUp(): Promise<void> {
    const stored = await getDraft(this.vault, this.session, this.field);
    if (stored) this.#join(stored);
    else if (!this.writeLate && this.#known.revision > 0) this.#beginAnew();
    else this.#known = { ...this.#known, revision: 0 };
  }

  /** The words that were stored have found their place, by whichever page; this page's own newer ones stay in hand. */
  #beginAnew(): void {
    this.landed(this.#known.text, '');
    this.#known = NONE;
    if (this.#text.value !== '') this.#timer ??= setTimeout(() => void this.flush(), SAVE_AFTER);
  }

  #join(draft: Draft): void {
    // The browser may tell of a save long after later ones are known.
    if (draft.revision <= this.#known.revision) return;
    if (draft.isDamaged) this.#hasDamage.value = true;
    this.#text.value = mergeText(this.#known.text, this.#text.value, draft.text);
    this.#known = draft;
    if (this.#text.value !== draft.text) this.#timer ??= setTimeout(() => void this.flush(), SAVE_AFTER);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}
