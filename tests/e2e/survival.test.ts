import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { filesWith } from './disk';
import { createVault, isTicked, readBack, startSession, tick, unlock, writeNote } from './steps';

const CODE = 'Zq7-heronmark';
const NOTE = 'vexwrought lantern beside the willowmere';

inBothBrowsers('A live session survives', browser => {
  it('a closed panel, a stopped background and a restart of the browser', async () => {
    await createVault(browser());
    await browser().openCall('data:text/html,<h1>A call</h1>');
    let panel = await browser().openPanel();
    await startSession(panel, CODE);
    await tick(panel, 'Say how today will work');
    await browser().stopBackground();
    await tick(panel, 'Confirm privacy and place');
    await panel.click('radio', 'Working');
    await panel.wait('checkbox', 'Name the strain between us');
    await panel.click('button', 'Strain');
    await writeNote(panel, NOTE);

    await browser().closePanel();
    panel = await browser().openPanel();
    await panel.wait('radiogroup', 'Phase');
    expect(await panel.state('radio', 'Working')).toMatchObject({ checked: true });
    expect(await panel.state('textbox', 'Note')).toMatchObject({ value: NOTE });

    await browser().relaunch();
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await unlock(panel);
    await panel.wait('radiogroup', 'Phase');
    expect(await panel.state('textbox', 'Note')).toMatchObject({ value: NOTE });
    expect(await panel.text()).toContain('Strain, minute');
    await panel.click('radio', 'Opening');
    await isTicked(panel, 'Say how today will work', true);
    await isTicked(panel, 'Confirm privacy and place', true);
  });

  it('SIGKILL in a burst of 200 acts, with every act that showed as saved', async () => {
    let panel = await browser().openPanel();
    await panel.wait('button', 'Other');
    const marked = () => document.querySelectorAll('.marked li').length;
    const before = await panel.eval(marked);
    // Each act is acknowledged here only after the panel showed it.
    let acknowledged = 0;
    const burst = (async () => {
      for (let act = 1; act <= 200; act += 1) {
        await panel.eval(`new Promise(shown => {
          const wanted = document.querySelectorAll('.marked li').length + 1;
          [...document.querySelectorAll('.moments button')].at(-1).click();
          const look = () => document.querySelectorAll('.marked li').length >= wanted ? shown(true) : setTimeout(look, 1);
          look();
        })`);
        acknowledged = act;
      }
    })().catch(() => {});
    while (acknowledged < 100) await pause(1);
    await browser().kill();
    await burst;

    await browser().relaunch();
    await browser().openCall('data:text/html,<h1>A call</h1>');
    panel = await browser().openPanel();
    await unlock(panel);
    await panel.wait('button', 'Other');
    const after = await panel.eval(marked);
    expect(after - before).toBeGreaterThanOrEqual(acknowledged);
    expect(after - before).toBeLessThanOrEqual(acknowledged + 1);
  });

  it('and leaves no word of it in plain on the disk', async () => {
    await browser().kill();
    const { profile } = browser();
    expect(filesWith(CODE, profile)).toEqual([]);
    expect(filesWith(NOTE, profile)).toEqual([]);
    for (const word of ['willowmere', 'say-how-today-works', 'name-the-strain', 'trust-essentials']) {
      expect(
        filesWith(word, profile, /indexeddb|storage.default|idb|Local Extension Settings|Session/i),
      ).toEqual([]);
    }
    await browser().relaunch();
  });

  it('a search of the disk that would find it', async () => {
    const page = await browser().openPage('desk.html');
    await page.eval(`new Promise((done, failed) => {
      const opening = indexedDB.open('control', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('plain');
      opening.onsuccess = () => {
        const writing = opening.result.transaction('plain', 'readwrite', { durability: 'strict' });
        writing.objectStore('plain').put('plainword-thistledown', 1);
        writing.oncomplete = () => done(true);
        writing.onerror = failed;
      };
    })`);
    await browser().kill();
    expect(
      filesWith('plainword-thistledown', browser().profile, /indexeddb|storage.default|idb/i),
    ).not.toEqual([]);
    await browser().relaunch();
  });

  it('and ends with its note, read back on the desk', async () => {
    const desk = await browser().openPage('desk.html');
    await unlock(desk);
    await browser().openCall('data:text/html,<h1>A call</h1>');
    const panel = await browser().openPanel();
    await panel.click('button', 'End session');
    await panel.wait('button', 'Review now');
    await readBack(desk);
    expect(await desk.text()).toContain(NOTE);
    expect(await desk.text()).toContain(CODE);
  });
});
