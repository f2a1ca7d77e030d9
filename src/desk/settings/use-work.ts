import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../app/backup';
import type { BackupRefusal } from '../../domain/backup';

/** What long work is given: a place to tell how far it is, and the signal that ends it. */
export interface Watch {
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

/**
 * Long work: whether it is under way, how far, and the way to cancel it. Leaving the page cancels it. What a person asks for
 * goes through `alone`, from before its first wait: what is asked for while it has not come to its end is left out.
 */
export function useWork() {
  const [isWorking, setWorking] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const run = async <T extends object>(
    work: (watch: Watch) => Promise<T | BackupRefusal>,
  ): Promise<T | BackupRefusal> => {
    const controller = new AbortController();
    const { signal } = controller;
    abort.current = controller;
    setProgress(null);
    setWorking(true);
    try {
      return await work({ onProgress: setProgress, signal });
    } catch {
      return { refused: 'failed' };
    } finally {
      setWorking(false);
    }
  };
  // A second press may come before the first has been drawn, or while what was typed is looked at.
  const isBusy = useRef(false);
  const alone = async (work: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await work();
    } finally {
      isBusy.current = false;
    }
  };
  return { isWorking, progress, run, alone, cancel: () => abort.current?.abort() };
}
