import { describe, expect, test } from 'vitest';
import { aLiveSessionInPages, storedNote } from './a-live-page';

describe('a note while it is typed', () => {
  test('saves by itself, and tells when it has', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    expect(page.note.state.value).toBe('saved');
    pages.world.pass(3);
    page.note.type('slow');
    expect(page.note.state.value).toBe('saving');
    pages.world.pass(3);
    page.note.type('slower');
    await expect.poll(() => page.note.state.value).toBe('saved');
    const again = await pages.openPage();
    expect([again.note.text.value, again.note.begun]).toEqual(['slower', 3]);
  });

  test('typed in two pages at once is one note with the words of both', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, desk] = [await pages.openPage(), await pages.openPage()];
    panel.note.type('calm start');
    await panel.note.flush();
    await expect.poll(() => desk.note.text.value).toBe('calm start');

    panel.note.type('a calm start');
    desk.note.type('calm start, then strain');
    await Promise.all([panel.note.flush(), desk.note.flush()]);
    const both = 'a calm start, then strain';
    await expect.poll(() => [panel.note.text.value, desk.note.text.value]).toEqual([both, both]);
    await panel.end();
    expect(await storedNote(pages)).toBe(both);
  });

  test('typed in one page comes to the other without a keystroke of its own being lost', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, desk] = [await pages.openPage(), await pages.openPage()];
    const [ours, theirs] = ['panel '.repeat(20), 'DESK '.repeat(20)];
    for (let at = 1; at <= ours.length; at += 1) {
      // Each hand adds to what its own page shows.
      panel.note.type(`${panel.note.text.value}${ours[at - 1] ?? ''}`);
      if (theirs[at - 1]) desk.note.type(`${theirs[at - 1]}${desk.note.text.value}`);
      if (at % 7 === 0) await Promise.all([panel.note.flush(), desk.note.flush()]);
    }
    await Promise.all([panel.note.flush(), desk.note.flush()]);
    await expect.poll(() => panel.note.text.value === desk.note.text.value).toBe(true);
    const letters = (text: string) => [...text].sort().join('').trim();
    expect(letters(panel.note.text.value.replaceAll('\n', ''))).toBe(letters(ours + theirs));
  });

  test('is never changed under the hand by an older save that the browser tells of late', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    const sentence = 'Slower next time; ask what the silence was for. '.repeat(8);
    for (let length = 1; length <= sentence.length; length += 1) {
      const typed = sentence.slice(0, length);
      page.note.type(typed);
      // A save for every few keys, each told of while the next ones are typed.
      if (length % 3 === 0) void page.note.flush();
      await new Promise(resolve => setTimeout(resolve, 2));
      expect(page.note.text.value).toBe(typed);
    }
    await page.note.flush();
    expect((await pages.openPage()).note.text.value).toBe(sentence);
  });

  test('of 200 000 characters comes back exactly, before the end and after it', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    const text = 'Größe 👩🏽‍⚕️ "quoted"\n'.repeat(20_000).slice(0, 200_000);
    page.note.type(text);
    await page.note.flush();
    expect((await pages.openPage()).note.text.value === text).toBe(true);
    await page.end();
    expect((await storedNote(pages)) === text).toBe(true);
  });

  test('wiped again leaves no note', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    page.note.type('slower');
    await page.note.flush();
    page.note.type('');
    await page.end();
    expect((await pages.stored()).session?.note).toBeNull();
  });
});

describe('the end of the session', () => {
  test('takes the words saved by another page a moment ago', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, desk] = [await pages.openPage(), await pages.openPage()];
    desk.note.type('words of the desk');
    await desk.note.flush();
    expect(desk.note.state.value).toBe('saved');
    await panel.end();
    await expect.poll(() => storedNote(pages)).toBe('words of the desk');
  });

  test('keeps what another page was still typing', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, desk] = [await pages.openPage(), await pages.openPage()];
    panel.note.type('start');
    await panel.note.flush();
    await expect.poll(() => desk.note.text.value).toBe('start');
    desk.note.type('start, and the desk’s last words');
    await panel.end();
    await expect.poll(() => storedNote(pages), { timeout: 2_000 }).toBe('start, and the desk’s last words');
    await expect.poll(() => desk.note.state.value).toBe('saved');
  });

  test('asked for in two pages that both were typing keeps the words of both, and neither waits for ever', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, desk] = [await pages.openPage(), await pages.openPage()];
    panel.note.type('panel ');
    desk.note.type('desk ');
    const ends = Promise.all([panel.end(), desk.end()]).then(() => 'ended');
    const patience = new Promise(resolve => setTimeout(resolve, 3_000, 'still waiting'));
    expect(await Promise.race([ends, patience])).toBe('ended');
    const note = await storedNote(pages);
    expect([note.includes('panel'), note.includes('desk')]).toEqual([true, true]);
    expect((await pages.stored()).session?.ended).toBe(0);
  });

  test('does not stop the hand that is typing in its own page', async () => {
    const pages = await aLiveSessionInPages();
    const page = await pages.openPage();
    page.note.type('one');
    await page.end();
    page.note.type('one, two');
    await page.note.flush();
    page.note.type('one, two, three');
    await page.note.flush();
    await expect.poll(() => storedNote(pages)).toBe('one, two, three');
    expect(page.note.state.value).toBe('saved');
  });
});
