import type { BackupRefusal } from '../domain/backup';
import type { OpenVault } from '../store/open-vault';
import type { JobAnswer, Jobs, Stage, VaultInHand } from './backup-jobs';

/** How far work has come. `writing` cannot be cancelled any more: it is one act, and short. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly of: number;
}

/** What a page hears of long work, and how it ends it. */
export interface Watch {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** A worker for backups: whatever takes long is done there, and what it had in memory is gone with `end`. */
export class BackupWork {
  readonly #worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' });

  /** One job at a time. Cancelling ends the worker; nothing is half done then, see each job. */
  run<K extends keyof Jobs>(
    job: K,
    given: Jobs[K]['given'],
    watch: Watch = {},
  ): Promise<Jobs[K]['done'] | BackupRefusal> {
    return runJob(this.#worker, { do: job, given }, watch);
  }

  end(): void {
    this.#worker.terminate();
  }
}

/** Gives a worker its one message and waits for its one end; cancelling ends the worker. */
export function runJob<T>(
  worker: Worker,
  message: object,
  { onProgress, signal }: Watch = {},
): Promise<T | BackupRefusal> {
  return new Promise(resolve => {
    const cancel = () => {
      worker.terminate();
      resolve({ refused: 'cancelled' });
    };
    if (signal?.aborted) return cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    const finish = (result: T | BackupRefusal) => {
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<JobAnswer>) => {
      if (data.is === 'done') finish(data.result as T);
      else if (data.is === 'failed') finish({ refused: data.because });
      else {
        if (data.stage === 'writing') signal?.removeEventListener('abort', cancel);
        onProgress?.(data);
      }
    };
    worker.onerror = () => finish({ refused: 'failed' });
    worker.postMessage(message);
  });
}

/** The vault as the worker is given it. */
export function inHand({ database, key }: OpenVault): VaultInHand {
  return { database: database.name, key };
}
