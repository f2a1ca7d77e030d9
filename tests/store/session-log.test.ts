import { describe, expect, test } from 'vitest';
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/refusal';
import type { SessionEvent } from '../../src/domain/session-event';
import { SessionLog } from '../../src/store/session-log';
import { at } from '../fixtures/a-session';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';
import { dumpRaw } from '../fixtures/raw-database';

const tick = (behaviour: string, minute = 0): SessionEvent => ({ type: 'ticked', minute, behaviour });

/** A live session with its log open in two pages. */
async function twoPages() {
  const { vault, another } = await anOpenVault();
  const id = await aLiveSession(vault);
  const [one, other] = [new SessionLog(vault, id), new SessionLog(await another(), id)];
  await Promise.all([one.catchUp(), other.catchUp()]);
  return { vault, id, one, other };
}

function seqsOf(log: SessionLog): number[] {
  return (log.reading.value.session?.acts ?? []).map(({ seq }) => seq);
}

describe('two pages with one log', () => {
  test('write 200 acts at the same time: each lands once, without gaps, and both soon tell the same', async () => {
    const { vault, one, other } = await twoPages();
    const stops = [one.follow(), other.follow()];
    const acts = Array.from({ length: 200 }, (_, index) =>
      (index % 2 ? one : other).append(session =>
        decide(session, { do: 'tick', behaviour: `b-${index}` }, at(index)),
      ),
    );
    const outcomes = await Promise.all(acts);
    expect(outcomes.filter(outcome => isRefusal(outcome) || outcome.length !== 1)).toEqual([]);

    const rows = (await dumpRaw(vault.database.name)).filter(({ table }) => table === 'events');
    expect(rows.map(({ key }) => (key as [string, number])[1])).toEqual(
      Array.from({ length: 201 }, (_, seq) => seq),
    );
    await expect
      .poll(() => [seqsOf(one).length, seqsOf(other).length], { timeout: 1_000 })
      .toEqual([200, 200]);
    expect(one.reading.value.session?.marks.size).toBe(200);
    expect(one.reading.value).toEqual(other.reading.value);
    expect(one.reading.value.damaged).toEqual([]);
    const afresh = new SessionLog(vault, one.id);
    await afresh.catchUp();
    expect(afresh.reading.value).toEqual(one.reading.value);
    for (const stop of stops) stop();
  });

  test('a page far behind hears of each act once before its own lands', async () => {
    const { one, other } = await twoPages();
    // So many that opening them takes longer than to try once more, and in vain, to write.
    await one.append(() => Array.from({ length: 1_000 }, (_, index) => tick(`b-${index}`)));
    await other.append(() => [tick('mine')]);
    expect(seqsOf(other)).toEqual([...new Set(seqsOf(other))]);
    expect(seqsOf(other).length).toBe(1_001);
    await one.catchUp();
    expect(one.reading.value).toEqual(other.reading.value);
  });

  test('a page far behind decides on what the other has written, not on what it remembers', async () => {
    const { one, other } = await twoPages();
    await one.append(() => [{ type: 'ended', minute: 50 }]);
    const outcome = await other.append(session => decide(session, { do: 'tick', behaviour: 'a' }, at(51)));
    expect(outcome).toEqual({ refused: 'session-ended' });
  });

  test('an act both ask for at once is done once', async () => {
    const { vault, one, other } = await twoPages();
    const ask = (log: SessionLog) =>
      log.append(session => decide(session, { do: 'tick', behaviour: 'a' }, at(1)));
    const outcomes = await Promise.all([ask(one), ask(other)]);
    expect(outcomes.flat().length).toBe(1);
    expect(await vault.database.events.count()).toBe(2);
  });

  test('a follower hears of the other’s writes, until it stops', async () => {
    const { one, other } = await twoPages();
    const stop = one.follow();
    await other.append(() => [tick('a')]);
    await expect.poll(() => seqsOf(one), { timeout: 1_000 }).toEqual([1]);
    stop();
    await other.append(() => [tick('b')]);
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(seqsOf(one)).toEqual([1]);
  });
});

describe('one page', () => {
  test('tells its own writes at once', async () => {
    const { one } = await twoPages();
    await one.append(() => [tick('a', 3), tick('b', 3)]);
    expect([...(one.reading.value.session?.marks.keys() ?? [])]).toEqual(['a', 'b']);
  });

  test('writes nothing for a refusal or for no events', async () => {
    const { vault, one } = await twoPages();
    expect(await one.append(() => [])).toEqual([]);
    expect(await one.append(() => ({ refused: 'nothing-to-undo' }))).toEqual({ refused: 'nothing-to-undo' });
    expect(await vault.database.events.count()).toBe(1);
  });

  test('writes all of what belongs together or nothing, and goes on after a failure', async () => {
    const { vault, one } = await twoPages();
    const failing = one.append(
      () => [tick('a'), tick('b')],
      async () => async () => {
        await vault.database.live.clear();
        throw new Error('no');
      },
    );
    await expect(failing).rejects.toThrow('no');
    expect(await vault.database.events.count()).toBe(1);
    expect(await vault.database.live.count()).toBe(1);
    expect(seqsOf(one)).toEqual([]);
    await one.append(() => [tick('c')]);
    expect(seqsOf(one)).toEqual([1]);
  });

  test('writes again after the browser has closed the database', async () => {
    const { vault, one } = await twoPages();
    vault.database.close();
    await one.append(() => [tick('a')]);
    expect(seqsOf(one)).toEqual([1]);
  });

  test('will not write to a log whose beginning is lost', async () => {
    const { vault, id } = await twoPages();
    await vault.database.events.delete([id, 0]);
    const log = new SessionLog(vault, id);
    await log.catchUp();
    expect(await log.append(() => [tick('a')])).toEqual({ refused: 'session-damaged' });
  });
});
