import { describe, expect, test } from 'vitest';
import { isPaused } from '../../src/domain/session';
import { getClock } from '../../src/store/sessions';
import { aLiveSessionInPages } from './a-live-page';

describe('an interrupted call', () => {
  test('costs no minutes, in any page', async () => {
    const pages = await aLiveSessionInPages();
    const [panel, strip] = [await pages.openPage(), await pages.openPage()];
    pages.world.pass(10);
    expect(await panel.dispatch({ do: 'pause' })).toEqual([{ type: 'paused', minute: 10 }]);
    await expect.poll(() => strip.reading.value.session && isPaused(strip.reading.value.session)).toBe(true);
    await expect.poll(async () => (await getClock(pages.vault, pages.id))?.anchor).toBeNull();
    pages.world.pass(25);
    expect(panel.minute()).toBe(10);
    await expect.poll(() => strip.minute()).toBe(10);

    expect(await strip.dispatch({ do: 'resume' })).toEqual([{ type: 'resumed', minute: 10 }]);
    await expect.poll(() => panel.reading.value.session?.pauses.length).toBe(2);
    pages.world.pass(3);
    expect(strip.minute()).toBe(13);
    await expect.poll(() => panel.minute()).toBe(13);
  });

  test('stands still for a page that is opened meanwhile, and ends in the minute it had come to', async () => {
    const pages = await aLiveSessionInPages();
    const first = await pages.openPage();
    pages.world.pass(10);
    await first.dispatch({ do: 'pause' });
    first.close();
    pages.world.pass(40);
    const later = await pages.openPage();
    pages.world.pass(5);
    expect(later.minute()).toBe(10);
    await later.end();
    expect((await pages.stored()).session?.ended).toBe(10);
  });
});
