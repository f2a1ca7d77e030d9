import { onTestFinished } from 'vitest';
import { SessionRecord } from '../../src/app/session-record';
import type { SessionEvent } from '../../src/domain/session-event';
import type { OpenVault } from '../../src/store/open-vault';
import { readLog } from '../../src/store/session-log';
import { addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { anOpenVault } from '../fixtures/an-open-vault';

/** A session that is over, and the pages that have it open. */
export interface RecordPages {
  readonly vault: OpenVault;
  readonly id: string;
  /** Opens it in one more page, with a connection of its own. */
  openPage(): Promise<SessionRecord>;
  /** What lies on the disk: the events of these kinds, in their order. */
  stored(...types: readonly SessionEvent['type'][]): Promise<SessionEvent[]>;
}

export async function aRecordInPages(): Promise<RecordPages> {
  const { vault, another } = await anOpenVault();
  const world = new AWorld();
  const id = crypto.randomUUID();
  const told = aSession().started().ticked('agree-a-goal', 3).marked('strain', 17).ended(50);
  await addTold(
    vault,
    id,
    told.log().map(({ event }) => event),
  );
  const openPage = async () => {
    const page = await SessionRecord.open(await another(), world.page(), id);
    onTestFinished(() => page.close());
    return page;
  };
  const stored = async (...types: readonly SessionEvent['type'][]) => {
    const { log } = await readLog(vault, id);
    return log.map(({ event }) => event).filter(({ type }) => types.includes(type));
  };
  return { vault, id, openPage, stored };
}
