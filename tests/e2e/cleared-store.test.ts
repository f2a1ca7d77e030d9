import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { createVault, PASSPHRASE, unlock } from './steps';

inBothBrowsers('A store that the browser has cleared', browser => {
  it('leaves one word outside of it: that there was a vault', async () => {
    const { desk } = await createVault(browser());
    expect(await desk.eval('(globalThis.browser ?? chrome).storage.local.get()')).toEqual({ vault: true });
    await desk.click('button', 'Lock now');
    await desk.wait('button', 'Unlock');
  });

  it('is never met with Welcome, but told, with what to do next', async () => {
    const desk = await browser().openPage('desk.html');
    await desk.wait('button', 'Unlock');
    // From a page that holds no database open, as the browser does it: behind the back of every page.
    const plain = await browser().openPage('icons/sidelight.svg' as 'desk.html');
    await plain.eval(`(async () => {
      for (const { name } of await indexedDB.databases())
        await new Promise(done => { indexedDB.deleteDatabase(name).onsuccess = done; });
    })()`);
    await desk.reload();
    await desk.wait('alert', /cleared Sidelight’s store/);
    expect(await desk.has('button', 'Create vault')).toBe(false);
    expect(await desk.axe()).toEqual([]);
    const panel = await browser().openPage('panel.html');
    await panel.wait('alert', /cleared Sidelight’s store/);
    await panel.click('button', 'Try again');
    await panel.wait('alert', /cleared Sidelight’s store/);
    await panel.close();
    await desk.click('button', 'Set up again');
    await desk.wait('button', 'Create vault');
    expect(await desk.eval('document.activeElement.localName')).toBe('h1');
  });

  it('is followed by a new vault, which is no longer told as lost', async () => {
    await createVault(browser());
    const desk = await browser().openPage('desk.html');
    await desk.click('button', 'Lock now');
    await unlock(desk, PASSPHRASE);
    await desk.wait('heading', 'Sessions');
  });
});
