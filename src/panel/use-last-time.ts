import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LastTime } from '../app/follow-ups';
import type { Summaries } from '../app/summaries';

const NOTHING: LastTime = { day: null, closingLine: '', owed: [], alike: null };

interface Loaded {
  readonly summaries: Summaries;
  readonly lastTimeWith: (known: NonNullable<Summaries['all']['value']>, client: string | null) => LastTime;
}

/** What earlier sessions with this client left, as it changes. Loaded after the page stands: no start waits for it. */
export function useLastTime(
  vault: ConstructorParameters<typeof Summaries>[0],
  client: string | null,
): LastTime {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const hasClient = client !== null;
  useEffect(() => {
    // Without a client nothing is carried, and no session's line need be opened.
    if (!hasClient) return;
    let opened: Summaries | null = null;
    let isLeft = false;
    void Promise.all([import('../app/summaries'), import('../app/follow-ups')]).then(
      ([{ Summaries }, { lastTimeWith }]) => {
        if (isLeft) return;
        opened = new Summaries(vault);
        setLoaded({ summaries: opened, lastTimeWith });
      },
    );
    return () => {
      isLeft = true;
      opened?.close();
    };
  }, [vault, hasClient]);
  const all = loaded?.summaries.all.value;
  return useMemo(() => (all && loaded ? loaded.lastTimeWith(all, client) : NOTHING), [all, client]);
}
