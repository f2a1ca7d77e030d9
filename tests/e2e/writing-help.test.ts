import { beforeAll, expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import type { PageSurface } from './rig/surface';
import { createVault, startSession, writeNote } from './steps';

const OPENING = 'On {day} with {code}, minute {minute}: {goal} ';

inBothBrowsers('What helps to write', browser => {
  let desk: PageSurface;

  beforeAll(async () => {
    ({ desk } = await createVault(browser()));
    await desk.click('link', 'Settings');
    const section = desk.within('region', 'Templates');
    await section.fill('textbox', 'Name', 'Opening');
    await section.fill('textbox', 'Text', OPENING);
    await section.click('button', 'Save template');
    await section.wait('button', 'Delete Opening');
  });

  it('in a note is a template with its places filled in, where the caret is', async () => {
    const panel = await browser().openPage('panel.html');
    await startSession(panel, 'K-17');
    await writeNote(panel, 'Before. ');
    await panel.click('button', 'Insert template');
    await panel.click('button', 'Opening');
    const day = await panel.eval<string>(
      `new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).format(new Date())`,
    );
    const note = `Before. On ${day} with K-17, minute 0: {goal} `;
    await panel.until(
      `document.getElementById('note').value === ${JSON.stringify(note)}`,
      'the template to be in the note',
    );
    await panel.until(`document.getElementById('note-state')?.textContent === 'Saved'`, 'it to be saved');
    await panel.click('button', 'End session');
    await panel.wait('button', 'Later');
    await panel.close();
  });

  it('beside a note is the last one of the same client, never in it, and none of another client', async () => {
    const panel = await browser().openPage('panel.html');
    await startSession(panel, 'K-17');
    await panel.fill('textbox', 'Note', 'New.');
    await panel.click('button', 'Load last note');
    await panel.wait('region', /^Last note/);
    expect(await panel.within('region', /^Last note/).text()).toContain('with K-17, minute 0: {goal}');
    expect((await panel.state('textbox', 'Note')).value).toBe('New.');
    await panel.click('button', 'Put it away');
    await panel.waitGone('region', /^Last note/);
    await panel.click('button', 'End session');
    await panel.click('button', 'Later');
    await startSession(panel, 'Wren');
    await panel.click('button', 'Load last note');
    await panel.wait('status', 'There is no earlier note with this client code.');
    expect(await panel.has('region', /^Last note/)).toBe(false);
    await panel.click('button', 'End session');
    await panel.wait('button', 'Later');
    await panel.close();
  });

  it('in a reflection are both as well, and tags put in there are chosen in the list and told of the client', async () => {
    await desk.eval(`location.hash = '#/sessions'`);
    await desk.within('list', 'To review').click('link', /K-17/);
    await desk.wait('button', 'Sign off');
    await desk.click('button', 'Load last note');
    await desk.wait('region', /^Last note/);
    await desk.fill('textbox', 'Reflection', 'Mine. ');
    await desk.click('button', 'Insert template');
    await desk.click('button', 'Opening');
    await desk.until(
      `/^Mine\\. On .* with K-17, minute \\{minute\\}: \\{goal\\} $/.test(document.getElementById('reflection').value)`,
      'the template to be in the reflection, a place that has no minute left open',
    );
    await desk.fill('textbox', 'Tags', 'pace,  the   move , pace,');
    await desk.click('button', 'Finish later');
    await desk.wait('list', 'Sessions');
    await desk.choose('Tag', 'the move');
    await desk.until(`document.querySelectorAll('ul.windowed li').length === 1`, 'the tagged session alone');
    await desk.click('button', 'Show all sessions');
    await desk.click('link', 'Clients');
    await desk.click('link', /K-17/);
    await desk.wait('heading', 'Notes');
    expect(await desk.text()).toMatch(/pace, the move/);
  });
});
