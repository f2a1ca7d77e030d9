import { describe, expect, test } from 'vitest';
import { getSummary } from '../../src/store/sessions';
import { refuseWrites } from '../fixtures/refused-writes';
import { aRecordInPages } from './a-record-in-pages';

const GOAL = 'agree-a-goal';

describe('an answer', () => {
  test('is on the disk when it is told as done, and in the list with it', async () => {
    const pages = await aRecordInPages();
    const page = await pages.openPage();
    await page.dispatch({ do: 'answer', behaviour: GOAL, answer: 'partly' });
    expect(await pages.stored('answered')).toMatchObject([{ behaviour: GOAL, answer: 'partly' }]);
    expect(await getSummary(pages.vault, pages.id)).toMatchObject({
      state: 'to-review',
      answers: { [GOAL]: 'partly' },
    });
  });

  test('that the browser refuses waits in sight, and lands in its turn once it can', async () => {
    const pages = await aRecordInPages();
    const page = await pages.openPage();
    const relent = refuseWrites();
    const done = (['partly', 'missed'] as const).map(answer =>
      page.dispatch({ do: 'answer', behaviour: GOAL, answer }),
    );
    await expect.poll(() => page.inHand.value.map(({ refused }) => refused)).toEqual([true, false]);
    expect(page.reading.value.session?.review.answers.size).toBe(0);
    relent();
    page.tryAgain();
    await Promise.all(done);
    expect(page.inHand.value).toEqual([]);
    expect(await pages.stored('answered')).toMatchObject([{ answer: 'partly' }, { answer: 'missed' }]);
  });

  test('in one page and another in the other both stand', async () => {
    const pages = await aRecordInPages();
    const [one, other] = [await pages.openPage(), await pages.openPage()];
    await Promise.all([
      one.dispatch({ do: 'answer', behaviour: GOAL, answer: 'partly' }),
      other.dispatch({ do: 'answer', behaviour: 'own-my-part', answer: 'done' }),
    ]);
    for (const page of [one, other])
      await expect.poll(() => page.reading.value.session?.review.answers.size).toBe(2);
    expect((await getSummary(pages.vault, pages.id))?.answers).toEqual({
      [GOAL]: 'partly',
      'own-my-part': 'done',
    });
  });
});

describe('a reflection', () => {
  test('that was left half typed is there again, in any page', async () => {
    const pages = await aRecordInPages();
    const page = await pages.openPage();
    page.reflection.type('half a tho');
    page.close();
    await expect.poll(() => pages.vault.database.drafts.count()).toBe(1);
    expect((await pages.openPage()).reflection.text.value).toBe('half a tho');
  });

  test('goes into the log when the review is finished, and can be changed after', async () => {
    const pages = await aRecordInPages();
    const page = await pages.openPage();
    page.reflection.type('slower');
    await page.settle('finish-review');
    page.reflection.type('slower still');
    page.close();
    await expect
      .poll(async () => (await pages.openPage()).reflection.text.value, { timeout: 5_000 })
      .toBe('slower still');
    await (await pages.openPage()).settle('sign-off');
    expect(await pages.stored('reflection-written', 'reviewed', 'signed-off')).toMatchObject([
      { text: 'slower' },
      { type: 'reviewed' },
      { text: 'slower still' },
      { type: 'signed-off' },
    ]);
    expect(await pages.vault.database.drafts.count()).toBe(0);
  });
});

describe('sign-off', () => {
  test('waits with its reflection while the browser will not write, and both land', async () => {
    const pages = await aRecordInPages();
    const page = await pages.openPage();
    page.reflection.type('slower');
    const relent = refuseWrites();
    const done = page.settle('sign-off');
    await expect.poll(() => page.inHand.value[0]?.refused).toBe(true);
    expect(page.reading.value.session?.review.signedOff).toBeNull();
    relent();
    page.tryAgain();
    await done;
    expect(await pages.stored('reflection-written', 'signed-off')).toMatchObject([
      { text: 'slower' },
      { day: '2026-03-04' },
    ]);
    expect(await getSummary(pages.vault, pages.id)).toMatchObject({ state: 'signed-off' });
  });

  test.each([
    ['were saved once before', 'one'],
    ['were never saved', ''],
  ])('keeps beside it, once, the words another page still had in hand and that %s', async (_, before) => {
    const pages = await aRecordInPages();
    const [one, other] = [await pages.openPage(), await pages.openPage()];
    other.reflection.type(before);
    await other.reflection.flush();
    await expect.poll(() => one.reflection.text.value).toBe(before);
    other.reflection.type(`${before} and two`);
    await one.settle('sign-off');
    await expect
      .poll(() => pages.stored('amended'))
      .toMatchObject([{ reason: '', text: `${before} and two` }]);
    await other.settleWords();
    const third = await pages.openPage();
    await third.settleWords();
    expect(await pages.stored('amended')).toHaveLength(1);
    expect([one, other, third].map(page => page.reflection.text.value)).toEqual([before, before, before]);
    expect(await pages.vault.database.drafts.count()).toBe(0);
  });

  test('in two pages at once comes once', async () => {
    const pages = await aRecordInPages();
    const [one, other] = [await pages.openPage(), await pages.openPage()];
    await Promise.all([one.settle('sign-off'), other.settle('sign-off')]);
    expect(await pages.stored('signed-off')).toHaveLength(1);
  });
});

describe('an amendment', () => {
  test('half typed is kept, and stands beside the original once it is added', async () => {
    const pages = await aRecordInPages();
    const page = await pages.openPage();
    await page.settle('sign-off');
    page.amendment.reason.type('read again');
    page.amendment.text.type('too slow');
    page.close();
    await expect.poll(() => pages.vault.database.drafts.count()).toBe(2);

    const again = await pages.openPage();
    await again.amend();
    expect(await pages.stored('amended')).toMatchObject([
      { day: '2026-03-04', reason: 'read again', text: 'too slow' },
    ]);
    expect([again.amendment.reason.text.value, again.amendment.text.text.value]).toEqual(['', '']);
    expect(await pages.vault.database.drafts.count()).toBe(0);
  });

  test.each([
    ['at the same time', false],
    ['one after the other', true],
  ])('that two pages add %s comes once', async (_, inTurn) => {
    const pages = await aRecordInPages();
    const [one, other] = [await pages.openPage(), await pages.openPage()];
    await one.settle('sign-off');
    await expect.poll(() => other.reading.value.session?.review.signedOff).not.toBeNull();
    one.amendment.reason.type('read again');
    one.amendment.text.type('too slow');
    await one.settleWords();
    await expect
      .poll(() => [other.amendment.reason.text.value, other.amendment.text.text.value])
      .toEqual(['read again', 'too slow']);
    const first = one.amend();
    if (inTurn) await first;
    await Promise.all([first, other.amend()]);
    expect(await pages.stored('amended')).toMatchObject([{ reason: 'read again', text: 'too slow' }]);
    for (const { amendment } of [one, other])
      await expect.poll(() => [amendment.reason.text.value, amendment.text.text.value]).toEqual(['', '']);
    await other.settleWords();
    expect(await pages.vault.database.drafts.count()).toBe(0);
  });

  test('leaves in the other page what was typed there beyond it, and the next one is saved as the first was', async () => {
    const pages = await aRecordInPages();
    const [one, other] = [await pages.openPage(), await pages.openPage()];
    await one.settle('sign-off');
    one.amendment.reason.type('read again');
    one.amendment.text.type('too slow');
    await one.settleWords();
    await expect.poll(() => other.amendment.text.text.value).toBe('too slow');
    other.amendment.text.type('too slow, and loud');
    await one.amend();
    await expect.poll(() => other.amendment.text.text.value).toBe(', and loud');
    await other.settleWords();
    expect((await pages.openPage()).amendment.text.text.value).toBe(', and loud');
    one.amendment.text.type('once more');
    await one.settleWords();
    expect((await pages.openPage()).amendment.text.text.value).toContain('once more');
  });

  test('leaves in the other page of a change in the middle only the new words, never the old ones with them', async () => {
    const pages = await aRecordInPages();
    const [one, other] = [await pages.openPage(), await pages.openPage()];
    await one.settle('sign-off');
    one.amendment.reason.type('read again');
    one.amendment.text.type('I went too slow');
    await one.settleWords();
    await expect.poll(() => other.amendment.text.text.value).toBe('I went too slow');
    other.amendment.text.type('I went much too slow');
    other.amendment.reason.type('red again');
    await one.amend();
    await expect.poll(() => other.amendment.text.text.value).toBe('much ');
    await expect.poll(() => other.amendment.reason.text.value).toBe('');
    await other.settleWords();
    expect(await pages.stored('amended')).toMatchObject([{ reason: 'read again', text: 'I went too slow' }]);
  });
});
