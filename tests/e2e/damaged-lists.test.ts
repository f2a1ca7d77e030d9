import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { damageRow } from './damage-row';
import type { PageSurface } from './rig/surface';

const DATABASE = 'sidelight-practice';

const box = (setting: string) => `new Promise(done => {
  indexedDB.open('${DATABASE}').onsuccess = ({ target: { result: database } }) => {
    database.transaction('settings').objectStore('settings').get('${setting}').onsuccess = ({ target: { result: row } }) => {
      database.close();
      done(row ? row.box.toHex() : null);
    };
  };
})`;

const headingHasFocus = `document.activeElement.matches('h1, h2, h3')`;

/** Every read of a session's log fails until it is put right, as when the browser's storage does not answer. */
const stopReading = `(() => {
  const names = ['getAll', 'openCursor'];
  const kinds = [IDBIndex.prototype, IDBObjectStore.prototype];
  const known = kinds.map(kind => names.map(name => kind[name]));
  const set = ways => kinds.forEach((kind, of) => names.forEach((name, at) => { kind[name] = ways(of, at); }));
  globalThis.putRight = () => set((of, at) => known[of][at]);
  set(() => () => { throw new DOMException('no', 'UnknownError'); });
})()`;

inBothBrowsers('What is kept of supervision', browser => {
  let desk: PageSurface;

  it('offers to try again when the browser does not read what came home', async () => {
    desk = await browser().openPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.wait('link', /Heron/, 20_000);
    await desk.click('link', 'Supervision');
    await desk.click('button', 'Bring ratings home');
    await desk.wait('button', /^Alder/);
    await desk.eval(stopReading);
    await desk.click('button', /^Alder/);
    await desk.wait('alert', /would not read this just now/);
    await desk.click('button', 'Try again');
    // The first alert may still stand while the second reading fails.
    await desk.eval('new Promise(done => setTimeout(done, 1_000))');
    await desk.wait('alert', /would not read this just now/);
    await desk.eval('putRight()');
    await desk.click('button', 'Try again');
    await desk.wait('heading', 'You and Alder');
    expect(await desk.has('alert', /./)).toBe(false);
    expect(await desk.eval(headingHasFocus)).toBe(true);
  });

  it('is told, kept and never written over when it cannot be read, until one begins anew', async () => {
    await desk.click('button', 'Supervision log');
    await desk.wait('button', /^Change /);
    await desk.click('button', 'Make a packet');
    await damageRow(desk, 'settings', 'supervision-log', DATABASE);
    await desk.reload();
    const spoilt = await desk.eval(box('supervision-log'));
    await desk.click('link', 'Supervision');
    await desk.click('button', 'Supervision log');
    await desk.wait('alert', /This cannot be read: Supervision log\..*left as it is.*restore it first/s);
    expect(await desk.has('button', 'Save meeting')).toBe(false);
    expect(await desk.axe()).toEqual([]);
    await desk.click('button', 'Begin anew: Supervision log');
    await desk.wait('button', 'Save meeting');
    expect(await desk.state('heading', 'Supervision log')).toMatchObject({ focused: true });
    await desk.fill('textbox', 'What was discussed', 'the pace');
    await desk.click('button', 'Save meeting');
    await desk.wait('button', /^Change /);
    expect(await desk.eval(box('supervision-log.set-aside-1'))).toBe(spoilt);
  });

  it('lets no packet go out that nobody could place', async () => {
    await damageRow(desk, 'settings', 'packets', DATABASE);
    await desk.reload();
    await desk.click('link', 'Supervision');
    await desk.wait('alert', /This cannot be read: List of packets made here/);
    await desk.click('button', 'Bring ratings home');
    await desk.wait('button', 'Begin anew: List of packets made here');
    await desk.click('button', 'Begin anew: List of packets made here');
    await desk.waitGone('alert', /cannot be read/);
    expect(await desk.eval(headingHasFocus)).toBe(true);
    await desk.close();
  });
});
