import { useEffect, useState } from 'preact/hooks';
import { SessionRecord } from '../../app/session-record';
import type { World } from '../../app/world';

/** Milliseconds until a session that would not open is tried again. */
const RETRY_AFTER = 2_000;

/** The session, opened while its screen is shown; null until then. What is in hand is saved when it is left. */
export function useSessionRecord(
  vault: Parameters<typeof SessionRecord.open>[0],
  world: World,
  id: string,
): SessionRecord | null {
  const [record, setRecord] = useState<SessionRecord | null>(null);
  useEffect(() => {
    let isLeft = false;
    let opened: SessionRecord | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = async () => {
      try {
        opened = await SessionRecord.open(vault, world, id);
      } catch {
        if (!isLeft) timer = setTimeout(() => void open(), RETRY_AFTER);
        return;
      }
      if (isLeft) opened.close();
      else setRecord(opened);
    };
    void open();
    return () => {
      isLeft = true;
      clearTimeout(timer);
      opened?.close();
    };
  }, [vault, id]);
  return record;
}
