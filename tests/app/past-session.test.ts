import { expect, it } from 'vitest';
import { addPastSession } from '../../src/app/past-session';
import { SessionRecord } from '../../src/app/session-record';
import { getLiveSession, getSummary } from '../../src/store/sessions';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';

it('a past session has ended, has no client, and can be audited while another is live', async () => {
  const { vault } = await anOpenVault();
  const world = new AWorld().page();
  const live = await aLiveSession(vault);
  const checklist = { id: 'trust-essentials', version: 1 };
  const id = await addPastSession(vault, world, { day: '2026-02-11', planned: 45, checklist });
  const summary = { day: '2026-02-11', client: null, checklist, state: 'to-review', minutes: 45 };
  expect(await getSummary(vault, id)).toEqual(summary);
  expect(await getLiveSession(vault)).toBe(live);

  const record = await SessionRecord.open(vault, world, id);
  await record.dispatch({
    do: 'rate',
    behaviour: 'own-my-part',
    rating: 2,
    evidence: { line: 'at the end' },
  });
  await record.dispatch({ do: 'finish-audit' });
  expect(record.reading.value.session?.audit.audited).toBe('2026-03-04');
  expect(await getSummary(vault, id)).toEqual({ ...summary, ratings: { 'own-my-part': 2 } });
  record.close();
});
