import { expect, test } from 'vitest';
import { closeCarried } from '../../src/app/close-carried';
import { everythingOwed, lastTimeWith, tellFollowUp } from '../../src/app/follow-ups';
import { type KnownSession, Summaries } from '../../src/app/summaries';
import { type Command, decide } from '../../src/domain/decide';
import { summarise } from '../../src/domain/session-summary';
import type { OpenVault } from '../../src/store/open-vault';
import { SessionLog } from '../../src/store/session-log';
import { addFinishedSession } from '../../src/store/sessions';
import { aSession } from '../fixtures/a-session';
import { aLiveSessionInPages, type LivePages } from './a-live-page';

/** An earlier session with Heron that left a strain open and a promise. */
const LEFT = aSession()
  .started()
  .marked('strain', 3)
  .happened({ type: 'promised', minute: 4, words: 'Send it', due: null })
  .ended(50)
  .happened({ type: 'closing-line-written', minute: 50, words: 'Begin slowly' });

async function known(vault: OpenVault): Promise<readonly KnownSession[]> {
  const summaries = new Summaries(vault);
  try {
    await expect.poll(() => summaries.all.value).not.toBeNull();
    return summaries.all.value ?? [];
  } finally {
    summaries.close();
  }
}

async function aSecondSession() {
  const pages = await aLiveSessionInPages();
  await addFinishedSession(pages.vault, 'earlier', LEFT.log(), summarise(LEFT.told()));
  return { pages, live: await pages.openPage() };
}

test('an earlier session leaves what is open and its closing line to the next with the same code, and to no other', async () => {
  const { pages } = await aSecondSession();
  const all = await known(pages.vault);
  expect(lastTimeWith(all, 'Heron')).toMatchObject({
    day: '2026-03-04',
    closingLine: 'Begin slowly',
    owed: [{ followUp: { kind: 'repair' } }, { followUp: { words: 'Send it' } }],
  });
  expect(lastTimeWith(all, 'Wren')).toEqual({ day: null, closingLine: '', owed: [], alike: null });
  expect(lastTimeWith(all, 'HERON').alike).toBe('Heron');
  expect(lastTimeWith(all, 'Heron').alike).toBeNull();
  expect(lastTimeWith(all, null).owed).toEqual([]);
});

test('a repair marked in a session without a strain mends what was carried; one that mends its own strain does not', async () => {
  const { pages, live } = await aSecondSession();
  await live.dispatch({ do: 'mark-moment', kind: 'strain' });
  await live.dispatch({ do: 'mark-moment', kind: 'repair' });
  expect(everythingOwed(await known(pages.vault)).map(({ followUp }) => followUp.kind)).toContain('repair');
  await live.dispatch({ do: 'mark-moment', kind: 'repair' });
  await expect
    .poll(async () => everythingOwed(await known(pages.vault)).map(({ followUp }) => followUp.kind))
    .toEqual(['promise']);
});

const openKinds = async (vault: OpenVault) =>
  everythingOwed(await known(vault)).map(({ followUp }) => followUp.kind);

test('undo of a repair opens again what it closed, in whichever page and however soon', async () => {
  const { pages, live } = await aSecondSession();
  const strip = await pages.openPage();
  await live.dispatch({ do: 'mark-moment', kind: 'repair' });
  await expect.poll(() => openKinds(pages.vault)).toEqual(['promise']);
  await expect.poll(() => strip.reading.value.session?.moments.length).toBe(1);
  await strip.dispatch({ do: 'undo' });
  await expect.poll(() => openKinds(pages.vault)).toEqual(['repair', 'promise']);

  await live.dispatch({ do: 'mark-moment', kind: 'repair' });
  await live.dispatch({ do: 'undo' });
  await live.settle();
  expect(await openKinds(pages.vault)).toEqual(['repair', 'promise']);

  await live.dispatch({ do: 'mark-moment', kind: 'repair' });
  await live.settle();
  expect(await openKinds(pages.vault)).toEqual(['promise']);
});

/** What a page leaves that was killed as soon as its act was on the disk. */
async function actCutShort({ vault, id }: LivePages, command: Command) {
  const log = new SessionLog(vault, id);
  await log.catchUp();
  return log.append(session => decide(session, command, { minute: 1, day: '2026-03-11' }));
}

test('what a killed page did not bring to the earlier session comes to it when the session is opened again', async () => {
  const { pages } = await aSecondSession();
  await actCutShort(pages, { do: 'mark-moment', kind: 'repair' });
  expect(await openKinds(pages.vault)).toEqual(['repair', 'promise']);
  await (await pages.openPage()).settle();
  expect(await openKinds(pages.vault)).toEqual(['promise']);

  await actCutShort(pages, { do: 'undo' });
  expect(await openKinds(pages.vault)).toEqual(['promise']);
  await (await pages.openPage()).settle();
  expect(await openKinds(pages.vault)).toEqual(['repair', 'promise']);
});

test('what was cut short comes to the earlier session at the end at the latest', async () => {
  const { pages, live } = await aSecondSession();
  await actCutShort(pages, { do: 'mark-moment', kind: 'repair' });
  await expect.poll(() => live.reading.value.session?.moments.length).toBe(1);
  await live.end();
  await live.settle();
  expect(await openKinds(pages.vault)).toEqual(['promise']);
});

test('what was opened again by hand stays open when the session is opened again and ends', async () => {
  const { pages, live } = await aSecondSession();
  for (let times = 0; times < 2; times += 1) await live.dispatch({ do: 'mark-moment', kind: 'repair' });
  await live.settle();
  const [repair] = LEFT.told().followUps;
  if (!repair) throw new Error('It should be owed.');
  await tellFollowUp(pages.vault, pages.world.page(), 'earlier', { do: 'reopen-follow-up', of: repair.seq });
  const again = await pages.openPage();
  await again.settle();
  await again.end();
  await again.settle();
  expect(await openKinds(pages.vault)).toEqual(['repair', 'promise']);
});

test('undo of a repair leaves closed what was closed by hand', async () => {
  const { pages, live } = await aSecondSession();
  const [repair] = lastTimeWith(await known(pages.vault), 'Heron').owed;
  if (!repair) throw new Error('It should be owed.');
  await closeCarried(pages.vault, pages.world.page(), live, repair, 'let-go');
  await live.dispatch({ do: 'mark-moment', kind: 'repair' });
  await live.settle();
  await live.dispatch({ do: 'undo' });
  await live.settle();
  expect(await openKinds(pages.vault)).toEqual(['promise']);
});

test('keeping a promise ticks what it shows; letting it go ticks nothing', async () => {
  const { pages, live } = await aSecondSession();
  const world = pages.world.page();
  const { owed } = lastTimeWith(await known(pages.vault), 'Heron');
  const [repair, promise] = owed;
  if (!repair || !promise) throw new Error('Both should be owed.');
  await closeCarried(pages.vault, world, live, repair, 'let-go');
  expect(live.reading.value.session?.marks.size).toBe(0);
  await closeCarried(pages.vault, world, live, promise, 'kept');
  expect([...(live.reading.value.session?.marks.keys() ?? [])].sort()).toEqual([
    'do-what-i-said',
    'pick-up-the-thread',
  ]);
  expect(everythingOwed(await known(pages.vault))).toEqual([]);
});
