import { describe, expect, test } from 'vitest';
import { refuseWrites } from '../fixtures/refused-writes';
import { aLiveSessionInPages, storedNote } from './a-live-page';

describe('while the browser refuses to write', () => {
  test('an act waits and says so, is told in no reading, and lands with its own minute once it can', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    pages.world.pass(7);
    const relent = refuseWrites();
    let isDone = false;
    const done = page.dispatch({ do: 'tick', behaviour: 'a' }).finally(() => {
      isDone = true;
    });
    await expect.poll(() => page.waiting.value.map(({ refused }) => refused)).toEqual([true]);
    expect(page.reading.value.session?.marks.size).toBe(0);
    expect([isDone, await pages.vault.database.events.count()]).toEqual([false, 1]);

    pages.world.pass(2);
    relent();
    page.tryAgain();
    expect(await done).toEqual([{ type: 'ticked', minute: 7, behaviour: 'a' }]);
    expect(page.waiting.value).toEqual([]);
    expect((await pages.stored()).session?.marks.get('a')).toMatchObject({ is: 'ticked', minute: 7 });
  });

  test('acts keep their order and their minutes', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    const relent = refuseWrites();
    const done = ['a', 'b', 'c'].map(behaviour => {
      const landed = page.dispatch({ do: 'tick', behaviour });
      pages.world.pass(3);
      return landed;
    });
    const undone = page.dispatch({ do: 'undo' });
    await expect.poll(() => page.waiting.value[0]?.refused).toBe(true);
    expect(page.waiting.value.map(({ act }) => act.facts.minute)).toEqual([0, 3, 6, 9]);
    relent();
    page.tryAgain();
    await Promise.all([...done, undone]);
    const session = (await pages.stored()).session;
    expect(Object.fromEntries(session?.marks ?? [])).toMatchObject({
      a: { is: 'ticked', minute: 0 },
      b: { is: 'ticked', minute: 3 },
    });
  });

  test('a refused act lands by itself, without anybody’s hand', { timeout: 10_000 }, async () => {
    const page = await (await aLiveSessionInPages()).openPage();
    const relent = refuseWrites();
    const done = page.dispatch({ do: 'tick', behaviour: 'a' });
    await expect.poll(() => page.waiting.value[0]?.refused).toBe(true);
    relent();
    await done;
    expect(page.reading.value.session?.marks.has('a')).toBe(true);
  });

  test('a note says that it is not saved, keeps its words and saves them once it can', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    const relent = refuseWrites();
    page.note.type('slower');
    expect(page.note.state.value).toBe('saving');
    await expect.poll(() => page.note.state.value).toBe('refused');
    page.note.type('slower now');
    expect([page.note.state.value, page.note.text.value]).toEqual(['refused', 'slower now']);
    relent();
    page.tryAgain();
    await expect.poll(() => page.note.state.value).toBe('saved');
    expect((await pages.openPage()).note.text.value).toBe('slower now');
  });

  test('the end waits with its note, and both land', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    pages.world.pass(50);
    page.note.type('slower');
    const relent = refuseWrites();
    const done = page.end();
    await expect.poll(() => page.waiting.value[0]?.refused).toBe(true);
    expect((await pages.stored()).session?.ended).toBeNull();
    pages.world.pass(3);
    relent();
    page.tryAgain();
    await done;
    expect((await pages.stored()).session).toMatchObject({ ended: 50, note: { text: 'slower', minute: 50 } });
  });

  test('what is typed after the end, in two goes, is kept whole', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    page.note.type('one');
    await page.end();
    const relent = refuseWrites();
    page.note.type('one, two');
    await page.note.flush();
    expect(page.note.state.value).toBe('refused');
    page.note.type('one, two, three');
    await page.note.flush();
    expect(page.note.state.value).toBe('refused');
    relent();
    page.tryAgain();
    await expect.poll(() => page.note.state.value).toBe('saved');
    expect(await storedNote(pages)).toBe('one, two, three');
  });
});

describe('a draft that no longer opens', () => {
  test('keeps neither the session shut nor its end from landing', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    page.note.type('slower');
    await page.note.flush();
    const [draft] = await pages.vault.database.drafts.toArray();
    if (!draft) throw new Error('No draft.');
    await pages.vault.database.drafts.put({ ...draft, box: new Uint8Array(40) });

    const again = await pages.openPage();
    await again.dispatch({ do: 'tick', behaviour: 'a' });
    const patience = new Promise(resolve => setTimeout(resolve, 1_000, 'still waiting'));
    expect(await Promise.race([again.end().then(() => 'ended'), patience])).toBe('ended');
    expect((await pages.stored()).session).toMatchObject({ ended: 0 });
  });
});

describe('an act that can never be written', () => {
  test('is not tried for ever as if the disk were full', async () => {
    const pages = await aLiveSessionInPages();
    await pages.vault.database.events.delete([pages.id, 0]);
    const page = await pages.openPage();
    const outcome = await Promise.race([
      page.dispatch({ do: 'tick', behaviour: 'a' }).catch(() => 'told'),
      new Promise(resolve => setTimeout(resolve, 500, 'still trying')),
    ]);
    expect(outcome).not.toBe('still trying');
  });
});
