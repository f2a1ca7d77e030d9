import { describe, expect, test } from 'vitest';
import { type Draft, followDraft, getDraft, saveDraft } from '../../src/store/drafts';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';

const first: Draft = { text: 'one', begun: 3, revision: 0 };

async function aDraft() {
  const { vault, another } = await anOpenVault();
  const id = await aLiveSession(vault);
  return { vault, other: await another(), id };
}

describe('saving a draft', () => {
  test('gives it the next revision', async () => {
    const { vault, id } = await aDraft();
    expect(await getDraft(vault, id, 'note')).toBeNull();
    expect(await saveDraft(vault, id, 'note', first)).toBe('saved');
    expect(await getDraft(vault, id, 'note')).toEqual({ text: 'one', begun: 3, revision: 1 });
  });

  test('is overtaken by another page’s save, whose words stay', async () => {
    const { vault, other, id } = await aDraft();
    await saveDraft(vault, id, 'note', first);
    await saveDraft(other, id, 'note', { text: 'theirs', begun: 3, revision: 1 });
    expect(await saveDraft(vault, id, 'note', { text: 'mine', begun: 3, revision: 1 })).toBe('overtaken');
    expect((await getDraft(vault, id, 'note'))?.text).toBe('theirs');
  });

  test('of two at once lets one in', async () => {
    const { vault, other, id } = await aDraft();
    const saved = await Promise.all([
      saveDraft(vault, id, 'note', { ...first, text: 'mine' }),
      saveDraft(other, id, 'note', { ...first, text: 'theirs' }),
    ]);
    expect(saved.sort()).toEqual(['overtaken', 'saved']);
  });

  test('is too late once the session has ended, and leaves nothing', async () => {
    const { vault, id } = await aDraft();
    await vault.database.live.delete(id);
    expect(await saveDraft(vault, id, 'note', first)).toBe('closed');
    expect(await vault.database.drafts.count()).toBe(0);
  });

  test('keeps fields and sessions apart', async () => {
    const { vault, id } = await aDraft();
    await saveDraft(vault, id, 'note', first);
    await saveDraft(vault, id, 'reflection', { ...first, text: 'words' });
    expect((await getDraft(vault, id, 'note'))?.text).toBe('one');
    expect(await getDraft(vault, 'another', 'note')).toBeNull();
  });

  test('holds 200 000 characters exactly', async () => {
    const { vault, id } = await aDraft();
    const text = '👩🏽‍⚕️ שלום \n'.repeat(20_000).slice(0, 200_000);
    await saveDraft(vault, id, 'note', { ...first, text });
    expect((await getDraft(vault, id, 'note'))?.text).toBe(text);
  });
});

test('a follower hears of each page’s saves, passes over a damaged one, and stops when told to', async () => {
  const { vault, other, id } = await aDraft();
  const heard: string[] = [];
  const stop = followDraft(vault, id, 'note', ({ text }) => heard.push(text));
  await saveDraft(other, id, 'note', first);
  await expect.poll(() => heard).toEqual(['one']);
  await other.database.drafts.update([id, 'note'], { box: new Uint8Array(40) });
  await new Promise(resolve => setTimeout(resolve, 100));
  await saveDraft(other, id, 'note', { text: 'two', begun: 3, revision: 1 });
  await expect.poll(() => heard).toEqual(['one', 'two']);
  stop();
  await saveDraft(other, id, 'note', { text: 'three', begun: 3, revision: 2 });
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(heard).toEqual(['one', 'two']);
});
