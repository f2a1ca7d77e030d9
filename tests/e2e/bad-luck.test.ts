import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { createVault, isTicked, readBack, startSession, tick, writeNote } from './steps';

const STRANGE = '<img src=x onerror="document.title=1"> **bold** 🌙👩🏽‍⚕️ שלום עולם ‮reversed‬ 中文 ';

inBothBrowsers('Bad luck', browser => {
  it('shows an act the browser refuses to write as not saved, and writes it when it can', async () => {
    await createVault(browser());
    const panel = await browser().openPage('panel.html');
    await startSession(panel, 'K-17');
    await panel.eval(`(() => {
      const add = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = function () { throw new DOMException('The disk is full.', 'QuotaExceededError'); };
      window.makeRoom = () => { IDBObjectStore.prototype.add = add; };
    })()`);
    await panel.click('checkbox', 'Say how today will work');
    await panel.wait('alert', /Not saved yet/);
    expect((await panel.state('checkbox', 'Say how today will work')).checked).toBe(false);
    await panel.press('t');
    await panel.wait('alert', /Not saved yet: 2/);
    await panel.eval('window.makeRoom()');
    await panel.click('button', 'Try again');
    await isTicked(panel, 'Say how today will work', true);
    await panel.wait('button', /for Tenseness/);
    await panel.waitGone('alert', /Not saved yet/);
  });

  it('keeps 200 000 characters, emoji, right-to-left text and pasted HTML as typed', async () => {
    const panel = await browser().openPage('panel.html');
    await panel.wait('textbox', 'Note');
    const long = STRANGE.repeat(Math.ceil(200_000 / STRANGE.length))
      .slice(0, 200_000)
      .trimEnd();
    await writeNote(panel, long);
    await panel.reload();
    await panel.wait('textbox', 'Note');
    expect((await panel.state('textbox', 'Note')).value === long).toBe(true);
    await panel.click('button', 'End session');
    await panel.wait('button', 'Later');
    const desk = await browser().openPage('desk.html');
    await readBack(desk);
    const shown = await desk.eval<string>(`document.querySelector('.as-typed.card').textContent`);
    expect(shown === long).toBe(true);
    expect(await desk.eval('document.title')).toBe('Sidelight');
    expect(await desk.eval(`document.querySelectorAll('main img').length`)).toBe(0);
  });

  it('warns gently of a code that looks like a person, and starts all the same', async () => {
    const panel = await browser().openPage('panel.html');
    for (const [code, words] of [
      ['Anna Smith', /person’s name/],
      ['anna@example.org', /e-mail/],
      ['+44 20 7946 0958', /phone/],
      ['12/03/1987', /date/],
    ] as const) {
      await panel.fill('textbox', 'Client code', code);
      await panel.wait('status', words);
    }
    await panel.click('button', 'Start session');
    await tick(panel, 'Say how today will work');
  });

  it('lets a session go on under another code that its client is given meanwhile', async () => {
    const panel = await browser().openPage('panel.html');
    await panel.fill('textbox', 'Note', 'Before the new code');
    const desk = await browser().openPage('desk.html', '#/clients');
    await desk.click('link', /12\/03\/1987/);
    await desk.fill('textbox', 'New code', 'Avocet');
    await desk.click('button', 'Change code');
    await desk.wait('heading', 'Avocet');
    await tick(panel, 'Confirm privacy and place');
    expect((await panel.state('textbox', 'Note')).value).toBe('Before the new code');
    await writeNote(panel, 'Before the new code, and after it');
    await panel.reload();
    await isTicked(panel, 'Say how today will work', true);
    await isTicked(panel, 'Confirm privacy and place', true);
    expect((await panel.state('textbox', 'Note')).value).toBe('Before the new code, and after it');
    await desk.click('link', 'Sessions');
    await desk.wait('link', /Avocet.*Live/s);
    expect(await desk.has('link', /12\/03\/1987/)).toBe(false);
    await desk.close();
    await panel.close();
  });

  it('names the session whose record is damaged, shows the rest, and deletes nothing', async () => {
    const desk = await browser().openPage('desk.html');
    await desk.wait('heading', 'Sessions');
    const count = await desk.eval<number>(`new Promise(done => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => {
        const events = opening.result.transaction('events', 'readwrite').objectStore('events');
        events.getAll().onsuccess = ({ target: { result: rows } }) => {
          // Only the log of a live session has its acts in rows of their own.
          const row = rows.find(({ seq }) => seq === 1);
          row.box[20] ^= 1;
          events.put(row).onsuccess = () => { opening.result.close(); done(rows.length); };
        };
      };
    })`);
    await desk.reload();
    await desk.wait('heading', 'Sessions');
    let isNamed = 0;
    for (const nth of [0, 1]) {
      await desk.until(`document.querySelectorAll('.sessions a').length === 2`, 'both sessions');
      await desk.eval(`document.querySelectorAll('.sessions a')[${nth}].click()`);
      await desk.wait('heading', 'Timeline');
      await desk.until(`document.querySelectorAll('.timeline li').length > 0`, 'the timeline');
      if (await desk.has('alert', /cannot be read/)) isNamed += 1;
      await desk.click('link', 'All sessions');
    }
    expect(isNamed).toBe(1);
    const still = await desk.eval<number>(`new Promise(done => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => {
        opening.result.transaction('events').objectStore('events').count().onsuccess = ({ target }) => {
          opening.result.close();
          done(target.result);
        };
      };
    })`);
    expect(still).toBe(count);
  });
});
