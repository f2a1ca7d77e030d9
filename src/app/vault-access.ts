import { type ReadonlySignal, signal } from '@preact/signals';
import type { ActivityKind } from '../domain/activity';
import { deleteDatabase, openDatabase, type VaultDatabase } from '../store/database';
import { addKeyring, getKeyring, swapKeyring } from '../store/keyring';
import type { OpenVault } from '../store/open-vault';
import { opensRecords } from '../store/sessions';
import { isSweepDue, sweepIfDue, sweepNow } from '../store/sweep-due';
import { derive } from '../vault/argon2id';
import { createDataKey, type DataKey, exportDataKey, importDataKey } from '../vault/data-key';
import {
  createKeyring,
  hasWeakPassphraseSlot,
  type Keyring,
  openWithPassphrase,
  openWithRecoveryKey,
  replacePassphrase,
} from '../vault/keyring';
import { createRecoveryKey } from '../vault/recovery-key';
import { type DayAndId, recordActivity } from './activity';
import { causeOf, findOwnVault } from './find-vault';
import { DATABASES, type HeldKey, type KeyMemory, type VaultKind } from './key-memory';
import { beginNewLog, type StoreMarks } from './store-marks';
import { strengthen } from './vault-secrets';

export type { OpenVault };

/**
 *   opening ──▶ none ──keep──▶ unlocked ◀──unlock── locked
 *      │                          └──────lock──────▶ (every page reloads) ──▶ opening
 *      └──▶ unreadable: the database will not open, or lacks what should be in it; nothing is touched
 *
 * Locking reloads every page, since JavaScript cannot wipe its memory.
 */
export type VaultState =
  | { readonly is: 'opening' }
  | { readonly is: 'none' }
  | { readonly is: 'locked' }
  | { readonly is: 'unlocked'; readonly vault: OpenVault; readonly kind: VaultKind }
  | { readonly is: 'unreadable'; readonly because: UnreadableCause };

/**
 * Why a vault cannot be opened or unlocked. `keyring-missing`: there are records, but not what opens them. `gone`: a vault
 * was kept here, yet the browser has cleared the store.
 */
export type UnreadableCause = 'newer' | 'damaged' | 'closed' | 'keyring-missing' | 'gone';

/** A vault that is ready but not yet kept; nothing is on the disk until `keep`. */
export interface PreparedVault {
  /** The age identity that opens the vault and its backups. To be shown once; it is stored nowhere. */
  readonly recoveryKey: string;
  /** @param first what is to be stored before any page sees the vault. */
  keep(first?: (vault: OpenVault) => Promise<void>): Promise<void>;
}

/** The way back in with the recovery key: the vault opens once it has a new passphrase. */
export interface Recovery {
  /** Replaces the old passphrase for good and unlocks. */
  setPassphrase(passphrase: string): Promise<void>;
}

/** One page's way into the vault. All pages of Sidelight are locked or unlocked together, through the key memory. */
export class VaultAccess {
  readonly #state = signal<VaultState>({ is: 'opening' });
  #turn: Promise<void> = Promise.resolve();

  /** @param onLocked reloads the page; called when any page locked a vault this page had open. */
  constructor(
    private readonly memory: KeyMemory,
    private readonly onLocked: () => void,
    private readonly world: DayAndId,
    private readonly marks: StoreMarks,
  ) {
    memory.follow(held => void this.#settle(held));
  }

  get state(): ReadonlySignal<VaultState> {
    return this.#state;
  }

  /** Finds out how things stand. To be called once at the start, and again to retry when unreadable. */
  async look(): Promise<void> {
    await this.#settle(await this.memory.read());
    // Where there is no vault yet there is nothing to lose.
    if (this.#state.value.is !== 'none') void beginNewLog(this.marks);
  }

  /** Makes a new vault in memory. Takes as long as the key derivation. */
  async prepare(passphrase: string): Promise<PreparedVault> {
    const [dataKey, recovery] = await Promise.all([createDataKey(), createRecoveryKey()]);
    const keyring = await createKeyring(dataKey, passphrase, recovery.recipient, derive);
    const keep = async (first?: (vault: OpenVault) => Promise<void>) => {
      await this.#withOwn(async database => {
        await addKeyring(database, keyring);
        await first?.({ database, key: dataKey.aes });
      });
      await this.marks.kept.set().catch(() => {});
      await this.#hold('own', dataKey);
    };
    return { recoveryKey: recovery.identity, keep };
  }

  /** @returns false when the passphrase opens nothing. Takes as long as the key derivation. */
  async unlock(passphrase: string): Promise<boolean> {
    const keyring = await this.#expectKeyring();
    const dataKey = await openWithPassphrase(keyring, passphrase, derive);
    if (!dataKey) return false;
    await this.#hold('own', dataKey);
    this.#record('unlocked');
    // Nobody waits for it, and when it fails the next unlock tries again.
    if (hasWeakPassphraseSlot(keyring))
      void this.#withOwn(database => strengthen(database, keyring, dataKey, passphrase)).catch(() => {});
    return true;
  }

  /** @returns null when the recovery key opens nothing. The vault stays locked until it has a new passphrase. */
  async recover(recoveryKey: string): Promise<Recovery | null> {
    const keyring = await this.#expectKeyring();
    const dataKey = await openWithRecoveryKey(keyring, recoveryKey);
    // A slot tells who it was made for, not who made it; only the records tell whether this is their key.
    if (!dataKey || !(await this.#withOwn(database => opensRecords({ database, key: dataKey.aes }))))
      return null;
    const setPassphrase = async (passphrase: string) => {
      const renewed = await replacePassphrase(keyring, dataKey, passphrase, derive);
      if (!(await this.#withOwn(database => swapKeyring(database, keyring, renewed))))
        throw new Error('Another page changed the keyring meanwhile.');
      await this.#withOwn(sweepNow);
      await this.#hold('own', dataKey);
      this.#record('recovered');
    };
    return { setPassphrase };
  }

  /** Lets go of a store that the browser has cleared, so that a new vault can be made. Does nothing while there is any. */
  async beginAnew(): Promise<void> {
    const { value: now } = this.#state;
    if (now.is !== 'unreadable' || now.because !== 'gone') return;
    await this.unmark();
    await this.memory.clear();
    await this.look();
  }

  /** Forgets that a vault was kept here; part of erasing it. */
  unmark(): Promise<void> {
    return this.marks.kept.clear();
  }

  /** Locks every page of Sidelight. */
  async lock(): Promise<void> {
    await this.memory.clear();
  }

  /**
   * Unlocks a new, empty vault for practising. Its key is never stored, so that nothing of it can be read once the
   * key is dropped.
   * @param fill writes the made-up sessions before any page sees the vault.
   */
  async practise(fill: (vault: OpenVault) => Promise<void>): Promise<void> {
    await deleteDatabase(DATABASES.practice);
    const dataKey = await createDataKey();
    const database = await openDatabase(DATABASES.practice);
    await fill({ database, key: dataKey.aes });
    database.close();
    await this.#hold('practice', dataKey);
  }

  async #hold(kind: VaultKind, dataKey: DataKey): Promise<void> {
    const held = { kind, key: exportDataKey(dataKey) };
    await this.memory.write(held);
    await this.#settle(held);
  }

  /** One change at a time, in their order: a lock heard of while the vault is opening must not be passed by it. */
  #settle(held: HeldKey | null): Promise<void> {
    const done = this.#turn.then(async () => {
      const { value: now } = this.#state;
      if (now.is !== 'unlocked') {
        this.#state.value = await this.#find(held);
        // What practising left behind can be read by nobody. It goes while nobody waits to see their sessions.
        if (!held) void deleteDatabase(DATABASES.practice).catch(() => {});
      }
      // Setting a key again that is already held is no change; anything else closes what this page has open.
      else if (held?.kind !== now.kind) this.onLocked();
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  async #find(held: HeldKey | null): Promise<VaultState> {
    try {
      const dataKey = held && (await importDataKey(held.key));
      if (held?.kind === 'practice' && dataKey) {
        const database = await openDatabase(DATABASES.practice);
        return { is: 'unlocked', vault: { database, key: dataKey.aes }, kind: 'practice' };
      }
      const database = await openDatabase(DATABASES.own);
      const next = await findOwnVault(database, dataKey, this.marks.kept).catch(cause => {
        database.close();
        throw cause;
      });
      const isThere = next.is === 'locked' || next.is === 'unlocked';
      // A browser that died before a sweep left the bytes of what was replaced or erased; nobody waits for this either.
      if (isThere && (await isSweepDue(database))) void this.#withOwn(sweepIfDue).catch(() => {});
      if (next.is !== 'unlocked') database.close();
      return next;
    } catch (error) {
      return { is: 'unreadable', because: causeOf(error) };
    }
  }

  /** The practice vault keeps no such log. */
  #record(kind: ActivityKind): void {
    const { value: now } = this.#state;
    if (now.is === 'unlocked' && now.kind === 'own') void recordActivity(now.vault, this.world, kind);
  }

  async #expectKeyring(): Promise<Keyring> {
    const keyring = await this.#withOwn(getKeyring);
    if (!keyring) throw new Error('There is no vault to unlock.');
    return keyring;
  }

  async #withOwn<T>(work: (database: VaultDatabase) => Promise<T>): Promise<T> {
    const database = await openDatabase(DATABASES.own);
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }
}
