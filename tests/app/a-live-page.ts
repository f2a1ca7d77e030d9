import { onTestFinished } from 'vitest';
import { LiveSession } from '../../src/app/live-session';
import type { OpenVault } from '../../src/store/open-vault';
import { SessionLog, type SessionReading } from '../../src/store/session-log';
import { keepClock } from '../../src/store/sessions';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';

/** A live session, and the pages that have it open. */
export interface LivePages {
  readonly vault: OpenVault;
  readonly world: AWorld;
  readonly id: string;
  /** Opens it in one more page, with a connection and a clock of its own. */
  openPage(): Promise<LiveSession>;
  /** What lies on the disk, read afresh. */
  stored(): Promise<SessionReading>;
}

export async function aLiveSessionInPages(): Promise<LivePages> {
  const { vault, another } = await anOpenVault();
  const world = new AWorld();
  const id = await aLiveSession(vault);
  await keepClock(vault, id, { elapsed: 0, anchor: world.page().readClocks() });
  const openPage = async () => {
    const page = await LiveSession.open(await another(), world.page(), id);
    onTestFinished(() => page.close());
    return page;
  };
  const stored = async () => {
    const log = new SessionLog(vault, id);
    await log.catchUp();
    return log.reading.value;
  };
  return { vault, world, id, openPage, stored };
}

/** What the note of the stored session says, '' when there is none. */
export async function storedNote(pages: LivePages): Promise<string> {
  return (await pages.stored()).session?.note?.text ?? '';
}
