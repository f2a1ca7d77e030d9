import { describe, expect, test } from 'vitest';
import { readLog } from '../../src/store/session-log';
import { getClock } from '../../src/store/sessions';
import { at } from '../fixtures/a-session';
import { aLiveSession } from '../fixtures/an-open-vault';
import { aLiveSessionInPages } from './a-live-page';

const GOAL = 'agree-a-goal';

describe('an act', () => {
  test('is on the disk when it is told as done', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    pages.world.pass(7);
    expect(await page.dispatch({ do: 'tick', behaviour: GOAL })).toEqual([
      { type: 'ticked', minute: 7, behaviour: GOAL },
    ]);
    expect((await pages.stored()).session?.marks.get(GOAL)).toMatchObject({ is: 'ticked', minute: 7 });
    expect(page.waiting.value).toEqual([]);
  });

  test('waits in sight while it is on its way, and is told in no reading before', async () => {
    const page = await (await aLiveSessionInPages()).openPage();
    const done = page.dispatch({ do: 'tick', behaviour: GOAL });
    expect(page.waiting.value).toEqual([
      { act: { command: { do: 'tick', behaviour: GOAL }, facts: at(0) }, refused: false },
    ]);
    expect(page.reading.value.session?.marks.size).toBe(0);
    await done;
    expect(page.reading.value.session?.marks.size).toBe(1);
  });

  test('that is refused for a reason says why and leaves nothing waiting', async () => {
    const page = await (await aLiveSessionInPages()).openPage();
    expect(await page.dispatch({ do: 'undo' })).toEqual({ refused: 'nothing-to-undo' });
    expect(page.waiting.value).toEqual([]);
  });

  test('of a quick hand is one of many, in their order', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    const names = Array.from({ length: 30 }, (_, index) => `b-${index}`);
    await Promise.all(names.map(behaviour => page.dispatch({ do: 'tick', behaviour })));
    expect([...((await pages.stored()).session?.marks.keys() ?? [])]).toEqual(names);
  });

  test('in one page is soon seen in the other', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, strip] = [await pages.openPage(), await pages.openPage()];
    await panel.dispatch({ do: 'tick', behaviour: GOAL });
    await expect.poll(() => strip.reading.value.session?.marks.has(GOAL)).toBe(true);
    await strip.dispatch({ do: 'undo' });
    await expect.poll(() => panel.reading.value.session?.marks.size).toBe(0);
  });
});

describe('the minute', () => {
  test('goes on through sleep, and is kept for the next page', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    pages.world.pass(10);
    pages.world.setClock(5);
    expect(page.minute()).toBe(15);
    await expect.poll(async () => (await getClock(pages.vault, pages.id))?.elapsed).toBe(15 * 60_000);
  });

  test('sees through a clock set back, in this page and in the next', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    pages.world.pass(10);
    expect(page.minute()).toBe(10);
    pages.world.setClock(-60);
    expect(page.minute()).toBe(10);
    await expect.poll(async () => (await getClock(pages.vault, pages.id))?.elapsed).toBe(10 * 60_000);
    pages.world.pass(5);
    expect([page.minute(), (await pages.openPage()).minute()]).toEqual([15, 15]);
  });

  test('is never before the latest event, even with the clock’s row gone', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    pages.world.pass(20);
    await page.dispatch({ do: 'tick', behaviour: GOAL });
    await pages.vault.database.live.update(pages.id, { box: new Uint8Array(40) });
    const reopened = await pages.openPage();
    expect(reopened.minute()).toBe(20);
    expect(await reopened.dispatch({ do: 'mark-moment', kind: 'repair' })).toEqual([
      { type: 'moment-marked', minute: 20, kind: 'repair' },
    ]);
  });
});

test('closed and opened again, everything is where it was', async () => {
  const pages = await aLiveSessionInPages();
  const page = await pages.openPage();
  pages.world.pass(12);
  await page.dispatch({ do: 'tick', behaviour: GOAL });
  await page.dispatch({ do: 'choose-phase', phase: 'closing' });
  await page.dispatch({ do: 'mark-moment', kind: 'strain' });
  page.note.type('slower');
  await page.note.flush();
  const before = page.reading.value;
  page.close();
  pages.world.pass(8);

  const again = await pages.openPage();
  expect(again.minute()).toBe(20);
  expect(again.reading.value).toEqual(before);
  expect(again.reading.value.session?.phaseChoices).toEqual([{ phase: 'closing', minute: 12, seq: 2 }]);
  expect([again.note.text.value, again.note.begun]).toEqual(['slower', 12]);
});

describe('the end', () => {
  test('writes the note, makes the summary final and drops the clock and the draft', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    pages.world.pass(4);
    page.note.type('slower');
    pages.world.pass(46);
    expect(await page.end()).toEqual([
      { type: 'note-written', minute: 4, text: 'slower' },
      { type: 'ended', minute: 50 },
    ]);
    expect(await getClock(pages.vault, pages.id)).toBeNull();
    expect(await pages.vault.database.drafts.count()).toBe(0);
    expect((await pages.stored()).session).toMatchObject({ ended: 50, note: { text: 'slower', minute: 4 } });
  });

  test('asked for twice in one page comes once', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    await Promise.all([page.end(), page.end()]);
    expect((await readLog(pages.vault, pages.id)).log).toHaveLength(2);
    expect(page.waiting.value).toEqual([]);
  });

  test('in two pages at once comes once', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, desk] = [await pages.openPage(), await pages.openPage()];
    await Promise.all([panel.end(), desk.end()]);
    expect((await readLog(pages.vault, pages.id)).log).toHaveLength(2);
    await expect.poll(() => [panel, desk].map(page => page.reading.value.session?.ended)).toEqual([0, 0]);
  });

  test('refuses what comes after it', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, desk] = [await pages.openPage(), await pages.openPage()];
    await panel.end();
    expect(await desk.dispatch({ do: 'tick', behaviour: GOAL })).toEqual({ refused: 'session-ended' });
  });
});

describe('going on after the end', () => {
  test('takes the end back: time counts from there, the note is as it was, and nothing of it is lost at the next end', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    page.note.type('before');
    pages.world.pass(50);
    await page.end();
    pages.world.pass(3);
    await page.goOn();
    expect((await pages.stored()).session?.ended).toBeNull();
    const other = await pages.openPage();
    expect(other.note.text.value).toBe('before');
    pages.world.pass(2);
    expect(page.minute()).toBe(52);
    await other.dispatch({ do: 'tick', behaviour: GOAL });
    page.note.type('before, and after');
    await page.end();
    expect((await pages.stored()).session).toMatchObject({ ended: 52, note: { text: 'before, and after' } });
    expect(await getClock(pages.vault, pages.id)).toBeNull();
  });

  test('is refused once it was reviewed, and while another session is live', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    await page.end();
    await aLiveSession(pages.vault);
    expect(await page.goOn()).toEqual({ refused: 'already-live' });
    expect((await pages.stored()).session?.ended).toBe(0);
    await page.dispatch({ do: 'answer', behaviour: GOAL, answer: 'partly' });
    expect(await page.goOn()).toEqual({ refused: 'session-ended' });
  });
});
