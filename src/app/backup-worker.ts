import { readyActivity } from '../store/activity';
import { openDatabase } from '../store/database';
import type { OpenVault } from '../store/open-vault';
import { restoreRows } from '../store/restore-rows';
import type { JobAnswer, JobMessage, Jobs, Stage, VaultInHand } from './backup-jobs';
import { readBackup } from './read-backup';
import { type WrittenBackup, writeBackup } from './write-backup';

/**
 * The whole life of this worker: one job at a time, and `verify` after `back-up`. It holds the vault's key and everything
 * it opens until the page that started it ends it or is gone; locking reloads every page and so ends it too.
 */
let written: WrittenBackup | null = null;

const JOBS: { [K in keyof Jobs]: (given: Jobs[K]['given']) => Promise<Jobs[K]['done']> } = {
  'back-up': async ({ vault, lock, made, now }) => {
    written = await inVault(vault, open => writeBackup(open, lock, made, now, tell('reading')));
    const { file, sessions, unread } = written;
    return { file, sessions, unread };
  },

  verify: async ({ readBack }) => (await written?.verify(readBack)) ?? false,

  check: async ({ file, key }) => {
    const backup = await readBackup(file, key, tell('reading'));
    if ('refused' in backup) return backup;
    return { made: backup.made, sessions: backup.sessions.length, leftOut: backup.leftOut.length };
  },

  restore: async ({ vault, file, key, now, activity: { id, day } }) => {
    const backup = await readBackup(file, key, tell('reading'));
    if ('refused' in backup) return backup;
    return inVault(vault, async open => {
      const alongside = await readyActivity(open, id, { day, kind: 'restored' });
      const onProgress = (stage: Stage, done: number, of: number) => tell(stage)(done, of);
      const report = await restoreRows(open, backup, now, onProgress, alongside);
      return report === 'live-session' ? { refused: report } : { ...report, made: backup.made };
    });
  },
};

self.onmessage = async ({ data }: MessageEvent<JobMessage>) => {
  try {
    answer({ is: 'done', result: await run(data) });
  } catch (cause) {
    answer({ is: 'failed', because: isFull(cause) ? 'no-room' : 'failed' });
  }
};

function run(message: JobMessage): Promise<unknown> {
  const job = JOBS[message.do] as (given: JobMessage['given']) => Promise<unknown>;
  return job(message.given);
}

async function inVault<T>(
  { database: name, key }: VaultInHand,
  work: (vault: OpenVault) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(name);
  try {
    return await work({ database, key });
  } finally {
    database.close();
  }
}

/** Tells how far it is, at most ten times a second. */
function tell(stage: Stage): (done: number, of: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, of) => {
    const now = performance.now();
    if (now - last < 100 && done > 0 && done < of) return;
    last = now;
    answer({ is: 'progress', stage, done, of });
  };
}

function answer(message: JobAnswer): void {
  self.postMessage(message);
}

/** Dexie wraps what the browser said, and for many rows at once gathers what it said of each. */
function isFull(cause: unknown): boolean {
  const { inner, failures = [] } = (cause ?? {}) as { inner?: unknown; failures?: readonly unknown[] };
  return [cause, inner, ...failures].some(
    each => (each as { name?: unknown } | undefined)?.name === 'QuotaExceededError',
  );
}
