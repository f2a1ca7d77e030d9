import { describe, expect, test } from 'vitest';
import { fillPracticeVault } from '../../src/app/practice';
import { Sessions, type SessionsList } from '../../src/app/sessions';
import { isRefusal } from '../../src/domain/refusal';
import { foldSession } from '../../src/domain/session';
import { summarise } from '../../src/domain/session-summary';
import { CHECKLISTS, getBehaviour } from '../../src/library/checklists';
import { readLog } from '../../src/store/session-log';
import { AWorld } from '../fixtures/a-world';
import { anOpenVault } from '../fixtures/an-open-vault';

const PLAN = { client: 'Heron', checklist: { id: 'trust-essentials', version: 1 }, planned: 50 };

async function twoPages() {
  const { vault, another } = await anOpenVault();
  const world = new AWorld();
  return {
    vault,
    panel: new Sessions(vault, world.page()),
    desk: new Sessions(await another(), world.page()),
  };
}

async function start(sessions: Sessions) {
  const started = await sessions.start(PLAN);
  if (isRefusal(started)) throw new Error(started.refused);
  return started;
}

const aWhile = () => new Promise(resolve => setTimeout(resolve, 300));

describe('the session of the moment', () => {
  test('is unknown, then none, then the one that was started, in every page', async () => {
    const { vault, panel, desk } = await twoPages();
    expect(new Sessions(vault, new AWorld().page()).live.value).toBeUndefined();
    await expect.poll(() => [panel.live.value, desk.live.value]).toEqual([null, null]);
    const { id } = await start(panel);
    await expect.poll(() => desk.live.value?.id).toBe(id);
    expect(desk.live.value?.reading.value.session).toMatchObject({
      client: 'Heron',
      day: '2026-03-04',
      planned: 50,
    });
  });

  test('is the very one that starting it gave, also a moment later', async () => {
    const { panel } = await twoPages();
    await expect.poll(() => panel.live.value).toBeNull();
    const started = await start(panel);
    await aWhile();
    expect(panel.live.value === started).toBe(true);
  });

  test('is found again by a page that opens later', async () => {
    const { panel, vault } = await twoPages();
    const { id } = await start(panel);
    const later = new Sessions(vault, new AWorld().page());
    await expect.poll(() => later.live.value?.id).toBe(id);
  });

  test('cannot be joined by a second one, from any page', async () => {
    const { panel, desk, vault } = await twoPages();
    const outcomes = await Promise.all([panel.start(PLAN), desk.start(PLAN)]);
    expect(outcomes.filter(isRefusal)).toEqual([{ refused: 'already-live' }]);
    expect(await panel.start(PLAN)).toEqual({ refused: 'already-live' });
    expect(await vault.database.sessions.count()).toBe(1);
  });

  test('stays in sight once it has ended, until it is left; then the next can start', async () => {
    const { panel, desk } = await twoPages();
    const first = await start(panel);
    await expect.poll(() => desk.live.value?.id).toBe(first.id);
    await first.end();
    await aWhile();
    expect([panel.live.value?.id, desk.live.value?.id]).toEqual([first.id, first.id]);
    await expect.poll(() => desk.live.value?.reading.value.session?.ended).toBe(0);
    panel.leave();
    expect(panel.live.value).toBeNull();
    const second = await start(panel);
    await expect.poll(() => desk.live.value?.id).toBe(second.id);
  });
});

describe('the list', () => {
  test('follows what any page does, newest first', async () => {
    const { panel, desk } = await twoPages();
    const lists: SessionsList[] = [];
    const stop = desk.followList(1, list => lists.push(list));
    await expect.poll(() => lists.at(-1)?.total).toBe(0);
    const first = await start(panel);
    await first.end();
    panel.leave();
    const second = await start(panel);
    await expect.poll(() => lists.at(-1)?.total).toBe(2);
    expect(lists.at(-1)?.listed).toMatchObject([{ id: second.id, summary: { state: 'live' } }]);
    stop();
    const before = lists.length;
    await second.end();
    await aWhile();
    expect(lists.length).toBe(before);
  });
});

test('the made-up sessions of practising are whole, of our checklist, and in the past', async () => {
  const { vault } = await anOpenVault();
  const world = new AWorld().page();
  await fillPracticeVault(vault, world);
  const sessions = new Sessions(vault, world);
  const lists: SessionsList[] = [];
  const stop = sessions.followList(99, list => lists.push(list));
  await expect.poll(() => lists.at(-1)?.total).toBe(12);
  stop();
  const listed = lists.at(-1)?.listed ?? [];
  for (const { summary } of listed) expect(summary?.day.localeCompare('2026-03-04')).toBeLessThan(0);
  for (const { id, summary } of listed) {
    const { log, damaged } = await readLog(vault, id);
    const session = foldSession(log);
    expect([damaged, session && summarise(session)]).toEqual([[], summary]);
    for (const behaviour of session?.marks.keys() ?? [])
      expect(getBehaviour(CHECKLISTS[0].checklist, behaviour)?.id).toBe(behaviour);
  }
});
