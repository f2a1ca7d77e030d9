import { expect, it } from 'vitest';
import { demoEvents } from '../../src/app/demo-sessions';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface } from './rig/surface';
import { startSession, writeNote } from './steps';

/** As *Practise first* makes them up; their words do not depend on the day. */
const events = Array.from({ length: 12 }, (_, number) =>
  demoEvents({ seed: 1, count: 12, clients: 3, today: '2026-03-04' }, number),
);
const sessionsWith = (word: RegExp) => events.filter(log => word.test(JSON.stringify(log))).length;

const found = (desk: PageSurface) => desk.within('list', 'Search results');

inBothBrowsers('Search', browser => {
  let desk: PageSurface;

  it('finds words by their beginning and with a slip, in their sentence, and leads to the session', async () => {
    desk = await browser().openPage('desk.html');
    await desk.click('button', 'Practise first');
    await desk.wait('searchbox', 'Search', 20_000);
    await desk.fill('searchbox', 'Search', 'shoulders');
    const count = sessionsWith(/shoulders/i);
    expect(count).toBeGreaterThan(1);
    await desk.wait('status', `Found in ${count} sessions.`);
    expect(await found(desk).count('link', /Heron|Wren|Plover/)).toBe(count);
    const marked = `[...document.querySelectorAll('mark')].map(({ textContent }) => textContent.toLowerCase())`;
    expect(new Set(await desk.eval<string[]>(marked))).toEqual(new Set(['shoulders']));
    expect(await desk.axe()).toEqual([]);

    await desk.fill('searchbox', 'Search', 'shuolders cam');
    await desk.wait('status', /Found in|Nothing found yet/);
    await desk.fill('searchbox', 'Search', 'should');
    await desk.wait('status', `Found in ${sessionsWith(/\bshould/i)} sessions.`);
    await found(desk).click('link', /Heron|Wren|Plover/);
    await desk.wait('heading', 'Timeline');
  });

  it('still stands on coming back, and helps when there is nothing', async () => {
    await desk.eval(`location.hash = '#/sessions'`);
    await desk.wait('list', 'Search results');
    expect((await desk.state('searchbox', 'Search')).value).toBe('should');
    await desk.fill('searchbox', 'Search', 'xylophone');
    await desk.wait('status', 'Nothing found yet');
    expect(await desk.text()).toContain('Try fewer words');
    expect(await desk.axe()).toEqual([]);
    await desk.press('Escape');
    await desk.wait('list', 'Sessions');
  });

  it('finds a note the moment its session has ended, and shows what was typed as text', async () => {
    await desk.fill('searchbox', 'Search', 'vexwrought');
    await desk.wait('status', 'Nothing found yet');
    const panel = await browser().openPage('panel.html');
    await panel.wait('button', 'Leave practice');
    await startSession(panel, '<i>Ibis</i>');
    await writeNote(panel, 'A <b>vexwrought</b> <img src=x onerror=alert(1)> lantern.');
    await panel.click('button', 'End session');
    await panel.wait('button', 'Review now');
    await panel.close();
    await desk.wait('status', 'Found in one session.');
    expect(await found(desk).text()).toContain('A <b>vexwrought</b> <img src=x onerror=alert(1)> lantern.');
    expect(await found(desk).has('link', /<i>Ibis<\/i>/)).toBe(true);
    expect(await desk.eval(`document.querySelector('.found b, .found img, .found i')`)).toBeNull();
  });

  it('keeps nothing once the vault is locked', async () => {
    await desk.fill('searchbox', 'Search', '');
    await desk.click('button', 'Leave practice');
    await desk.wait('button', 'Create vault');
    expect(await desk.text()).not.toContain('vexwrought');
  });
});
