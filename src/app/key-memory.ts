/** Which vault a held key opens: the therapist's own, or the throw-away one for practising. */
export type VaultKind = 'own' | 'practice';

/** The exported data key of the vault that is unlocked. */
export interface HeldKey {
  readonly kind: VaultKind;
  readonly key: string;
}

/** One value in memory only, seen by every page of Sidelight and by nothing else, gone when the browser closes. */
export interface SharedMemory<T> {
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  clear(): Promise<void>;
  /** Calls back at every change from now on, in the order they happened. */
  follow(onChange: (value: T | null) => void): void;
}

/** Where the data key lies while the vault is unlocked. Writing it unlocks, clearing it locks; every page hears. */
export type KeyMemory = SharedMemory<HeldKey>;

/** The name of each vault's database. */
export const DATABASES: Record<VaultKind, string> = { own: 'sidelight', practice: 'sidelight-practice' };
