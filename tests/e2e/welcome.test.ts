import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface } from './rig/surface';
import { PASSPHRASE } from './steps';

async function reachRecoveryKey(desk: PageSurface): Promise<string> {
  await desk.fill('textbox', 'Passphrase', PASSPHRASE);
  await desk.fill('textbox', 'Repeat passphrase', PASSPHRASE);
  await desk.click('button', 'Create vault');
  await desk.wait('any', 'Recovery key', 30_000);
  return (await desk.state('any', 'Recovery key')).text.trim();
}

inBothBrowsers('Welcome in two windows at once', browser => {
  const VOID = /^The recovery key just shown in this window opens nothing/;

  it('says in one that shows a recovery key that it counts for nothing when the other begins to practise', async () => {
    const first = await browser().openPage('desk.html');
    const second = await browser().openPage('desk.html');
    await reachRecoveryKey(second);
    await first.click('button', 'Practise first');
    await second.wait('alert', /began to practise before it was kept.*No vault has been created yet/, 20_000);
    expect(await second.has('alert', /where the vault was created/)).toBe(false);
    await first.click('button', 'Leave practice');
    await second.wait('button', 'Create vault');
    for (const page of [first, second]) await page.close();
  });

  it('says in the one that came too late that its recovery key counts for nothing', async () => {
    const first = await browser().openPage('desk.html');
    const second = await browser().openPage('desk.html');
    const [kept, dropped] = [await reachRecoveryKey(first), await reachRecoveryKey(second)];
    await first.click('checkbox', 'I have stored the recovery key');
    await first.click('button', 'Continue');
    await first.wait('heading', 'Sessions');
    await second.wait('heading', 'Sessions');
    await second.wait('alert', VOID);
    expect(await second.axe()).toEqual([]);
    expect(await first.has('alert', VOID)).toBe(false);
    await second.click('button', 'Close');
    await second.waitGone('alert', VOID);
    expect(await second.state('heading', 'Sessions')).toMatchObject({ focused: true });

    await first.click('button', 'Lock now');
    await second.click('button', 'Use recovery key');
    await second.fill('textbox', 'Recovery key', dropped);
    await second.click('button', 'Unlock');
    await second.wait('alert', 'That recovery key does not open Sidelight.');
    await second.fill('textbox', 'Recovery key', kept);
    await second.click('button', 'Unlock');
    await second.wait('textbox', 'Repeat passphrase', 20_000);
  });
});
