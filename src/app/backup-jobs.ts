import type { BackupRefusal } from '../domain/backup';
import type { ClockReading } from '../domain/session-clock';
import type { Unread } from '../store/backup-rows';
import type { RestoreReport } from '../store/merge-plan';
import type { AgeKey, AgeLock } from '../vault/age-file';

/** What work is at: reading records or a file, comparing with what is here, or writing, which cannot be cancelled. */
export type Stage = 'reading' | 'joining' | 'writing';

/** A vault as a worker can be given it. The key cannot be exported there either. */
export interface VaultInHand {
  readonly database: string;
  readonly key: CryptoKey;
}

/** Each kind of work: what it is given, and what comes of it. */
export interface Jobs {
  'back-up': {
    given: { vault: VaultInHand; lock: AgeLock; made: string; now: ClockReading };
    done: { readonly file: Blob; readonly sessions: number; readonly unread: readonly Unread[] };
  };
  /** Only after `back-up` in the same worker. */
  verify: { given: { readBack: Blob }; done: boolean };
  check: { given: { file: Blob; key: AgeKey }; done: CheckedBackup | BackupRefusal };
  restore: {
    given: {
      vault: VaultInHand;
      file: Blob;
      key: AgeKey;
      now: ClockReading;
      activity: { readonly id: string; readonly day: string };
    };
    done: RestoredBackup | BackupRefusal;
  };
}

/** A file that opened and is whole. */
export interface CheckedBackup {
  /** The calendar day it was made. */
  readonly made: string;
  readonly sessions: number;
  readonly leftOut: number;
}

/** What a restore did, and the calendar day the backup was made. */
export interface RestoredBackup extends RestoreReport {
  readonly made: string;
}

/** What the page sends. */
export type JobMessage = {
  [K in keyof Jobs]: { readonly do: K; readonly given: Jobs[K]['given'] };
}[keyof Jobs];

/** What the worker sends: how far it is, any number of times, and one end. */
export type JobAnswer =
  | { readonly is: 'progress'; readonly stage: Stage; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly result: unknown }
  /** Never with the cause: an error may quote what it stumbled over. */
  | { readonly is: 'failed'; readonly because: 'no-room' | 'failed' };
