import { describe, expect, test } from 'vitest';
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/refusal';
import type { SessionEvent } from '../../src/domain/session-event';
import { summarise } from '../../src/domain/session-summary';
import type { OpenVault } from '../../src/store/open-vault';
import { openEntries, openRow, readEntries, sealLog, sealSingly } from '../../src/store/packed-log';
import { readLog, SessionLog } from '../../src/store/session-log';
import { addFinishedSession } from '../../src/store/sessions';
import { type ASession, aSession, at } from '../fixtures/a-session';
import { aLiveSession, anOpenVault, layRowByRow } from '../fixtures/an-open-vault';

const STORY = aSession().started().ticked('agree-a-goal', 3).noted('a note', 9).ended(50);
const SIGNED = STORY.happened({ type: 'signed-off', minute: 50, day: '2026-03-05' });
const ID = 'one';

async function stored(story: ASession) {
  const { vault, another } = await anOpenVault();
  await addFinishedSession(vault, ID, story.log(), summarise(story.told()));
  return { vault, another };
}

/** A log that has ended, with a row for each event. */
async function unpacked() {
  const { vault, another } = await stored(STORY);
  await layRowByRow(vault, ID);
  return { vault, another };
}

async function open(vault: OpenVault): Promise<SessionLog> {
  const log = new SessionLog(vault, ID);
  await log.catchUp();
  return log;
}

function places(vault: OpenVault) {
  return vault.database.events.toArray().then(rows => rows.map(({ seq }) => seq));
}

async function signOff(log: SessionLog) {
  const outcome = await log.append(session => decide(session, { do: 'sign-off' }, at(0)));
  if (isRefusal(outcome)) throw new Error(outcome.refused);
}

describe('a log that is signed off', () => {
  test('is one row, and tells what it told', async () => {
    const { vault } = await unpacked();
    const before = (await readLog(vault, ID)).log;
    await signOff(await open(vault));
    expect(await places(vault)).toEqual([4]);
    const { log, damaged } = await readLog(vault, ID);
    expect(log).toEqual([
      ...before,
      { seq: 4, event: { type: 'signed-off', minute: 50, day: '2026-03-04' } },
    ]);
    expect(damaged).toEqual([]);
  });

  test('is one row again with each amendment', async () => {
    const { vault } = await stored(SIGNED);
    expect(await places(vault)).toEqual([4]);
    const log = await open(vault);
    await log.append(session => decide(session, { do: 'amend', reason: 'a slip', text: 'one' }, at(0)));
    expect(await places(vault)).toEqual([5]);
    expect((await open(vault)).reading.value.session?.review.amendments).toMatchObject([{ text: 'one' }]);
  });

  test('takes in no act of a page that had not heard of it', async () => {
    const { vault, another } = await stored(STORY);
    const [mine, stale] = [await open(vault), await open(await another())];
    await mine.append(session =>
      decide(session, { do: 'answer', behaviour: 'agree-a-goal', answer: 'partly' }, at(0)),
    );
    await signOff(mine);
    const late = await stale.append(session =>
      decide(session, { do: 'answer', behaviour: 'agree-a-goal', answer: 'missed' }, at(0)),
    );
    expect(late).toEqual({ refused: 'signed-off' });
    expect(await places(vault)).toEqual([5]);
    expect(stale.reading.value.session?.review.answers.get('agree-a-goal')).toBe('partly');
  });

  test('is told to a page that follows it', async () => {
    const { vault, another } = await stored(STORY);
    const other = await open(await another());
    const stop = other.follow();
    await signOff(await open(vault));
    await expect.poll(() => other.reading.value.session?.review.signedOff).toBe('2026-03-04');
    expect(other.reading.value.damaged).toEqual([]);
    stop();
  });

  test('stays row by row while a part of it is damaged, so that nothing is thrown away', async () => {
    const { vault } = await unpacked();
    await vault.database.events.update([ID, 2], { box: new Uint8Array(60) });
    await signOff(await open(vault));
    expect(await places(vault)).toEqual([0, 1, 2, 3, 4]);
  });

  test('opens nowhere but at its place', async () => {
    const { vault } = await stored(SIGNED);
    const [row] = await vault.database.events.toArray();
    if (!row) throw new Error('There should be one row.');
    expect(await openRow(vault, row)).toHaveLength(5);
    expect(await openRow(vault, { ...row, seq: 3 })).toBeNull();
    expect(await openRow(vault, { ...row, session: 'other' })).toBeNull();
  });
});

test('a session that was erased in another window is told so', async () => {
  const { vault } = await stored(STORY);
  const log = await open(vault);
  await vault.database.events.clear();
  expect(await log.append(session => decide(session, { do: 'sign-off' }, at(0)))).toEqual({
    refused: 'session-erased',
  });
  expect(await places(vault)).toEqual([]);
});

describe('a log that has ended', () => {
  test('is one row from its end on', async () => {
    const { vault } = await anOpenVault();
    const log = new SessionLog(vault, await aLiveSession(vault));
    await log.catchUp();
    await log.append(session => decide(session, { do: 'tick', behaviour: 'agree-a-goal' }, at(3)));
    expect(await places(vault)).toEqual([0, 1]);
    await log.append(session => decide(session, { do: 'end' }, at(50)));
    expect(await places(vault)).toEqual([2]);
    expect((await readLog(vault, log.id)).log.map(({ event }) => event.type)).toEqual([
      'started',
      'ticked',
      'ended',
    ]);
  });

  test('takes the answers of its review row by row, and is one row with the review done', async () => {
    const { vault } = await stored(STORY);
    const log = await open(vault);
    await log.append(session =>
      decide(session, { do: 'answer', behaviour: 'agree-a-goal', answer: 'partly' }, at(0)),
    );
    expect(await places(vault)).toEqual([3, 4]);
    await log.append(session => decide(session, { do: 'finish-review' }, at(0)));
    expect(await places(vault)).toEqual([5]);
  });

  test.each<SessionEvent>([
    { type: 'audited', minute: 50, day: '2026-03-05' },
    { type: 'amended', minute: 50, day: '2026-03-05', reason: '', text: 'late' },
    { type: 'follow-up-closed', minute: 50, of: 1, how: 'kept', day: '2026-03-05' },
    {
      type: 'second-rated',
      minute: 50,
      day: '2026-03-05',
      packet: 'a packet',
      by: 'a supervisor',
      ratings: {},
      comments: [],
    },
  ])('is one row again with what is said later: $type', async event => {
    const { vault } = await stored(STORY);
    await (await open(vault)).append(() => [event]);
    expect(await places(vault)).toEqual([4]);
    expect((await readLog(vault, ID)).log.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
  });

  test('is not packed by a page that has not read all of it, so that nothing a restore brought is thrown away', async () => {
    const { vault } = await stored(STORY);
    const stale = await open(vault);
    // The restored file had lost place 4.
    for (const [seq, text] of [
      [5, 'brought'],
      [6, 'brought too'],
    ] as const) {
      const event = { type: 'reflection-written' as const, minute: 50, text };
      await vault.database.events.bulkAdd(await sealSingly(vault, ID, [{ seq, event }]));
    }
    await stale.append(session => decide(session, { do: 'finish-review' }, at(0)));
    expect(await places(vault)).toEqual([3, 5, 6, 7]);
    expect(stale.reading.value.session?.review).toMatchObject({
      reflection: 'brought too',
      reviewed: '2026-03-04',
    });
    expect(stale.reading.value.damaged).toEqual([4]);
  });

  test('is decided on anew by a page that had not heard that it goes on', async () => {
    const { vault, another } = await stored(STORY);
    const [mine, stale] = [await open(vault), await open(await another())];
    await mine.append(session => decide(session, { do: 'go-on' }, at(50)));
    expect(await stale.append(session => decide(session, { do: 'finish-review' }, at(0)))).toHaveProperty(
      'refused',
    );
    await mine.append(session => decide(session, { do: 'end' }, at(55)));
    expect(await places(vault)).toEqual([5]);
    await stale.catchUp();
    expect(stale.reading.value).toMatchObject({ session: { ended: 55 }, damaged: [] });
  });

  test('is told once when it was packed while its rows were read', async () => {
    const { vault } = await unpacked();
    const rows = await vault.database.events.toArray();
    const pack = await sealLog(vault, ID, STORY.log());
    expect(readEntries(await openEntries(vault, [...rows.slice(0, 2), ...pack]))).toEqual(STORY.log());
  });

  test('that goes on takes row by row what comes', async () => {
    const { vault } = await stored(STORY);
    const log = await open(vault);
    await log.append(session => decide(session, { do: 'go-on' }, at(50)));
    await log.append(session => decide(session, { do: 'tick', behaviour: 'thank-for-risk' }, at(51)));
    expect(await places(vault)).toEqual([3, 4, 5]);
  });
});

test('a log with a gap is not packed', async () => {
  const { vault } = await anOpenVault();
  expect(await sealLog(vault, ID, STORY.log(2))).toHaveLength(3);
  expect(await sealLog(vault, ID, STORY.log())).toHaveLength(1);
});
