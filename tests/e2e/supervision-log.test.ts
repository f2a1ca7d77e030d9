import { expect, it } from 'vitest';
import { auditPast } from './audit-steps';
import { inBothBrowsers } from './both-browsers';
import { createVault } from './steps';
import { openSupervision, playSession, printed } from './supervision-steps';

inBothBrowsers('Supervision', browser => {
  it('keeps a log of meetings, and prints a form', async () => {
    await createVault(browser());
    await playSession(browser());
    const desk = await openSupervision(browser());
    await desk.click('button', 'Supervision log');
    await desk.click('button', 'Save meeting');
    await desk.wait('alert', 'Please write what was discussed or agreed.');
    await desk.fill('textbox', 'What was discussed', 'The strain in the second session');
    await desk.fill('textbox', 'Agreed practice', 'Name it sooner');
    await desk.click('button', 'Save meeting');
    await desk.wait('button', /^Change /);
    expect(await desk.text()).toContain('Meetings: 1. Time in all: 1 hour.');
    await desk.click('button', /^Change /);
    await desk.fill('textbox', 'Agreed practice', 'Name it at once');
    await desk.click('button', 'Save meeting');
    await desk.until(`document.body.innerText.includes('Name it at once')`, 'the change');
    expect(await desk.axe()).toEqual([]);
    const log = await printed(desk);
    expect(log).toMatch(/Meetings: 1\. Time in all: 1 hour\..*The strain in the second.*Name it at once/s);
    expect(log).not.toMatch(/Save meeting|Change |Remove |Settings|Lock now/);
    await desk.click('button', 'Supervision log');
    await desk.click('button', /^Remove /);
    await desk.waitGone('button', /^Change /);
    await desk.click('button', 'Paper form');
    await desk.wait('link', 'Add a past session');
    await desk.click('checkbox', 'All 36 behaviours');
    expect(await desk.eval(`document.querySelectorAll('.paper-behaviour').length`)).toBe(36);
    expect(await desk.axe()).toEqual([]);
    const form = await printed(desk);
    expect(form).toMatch(/0: .*1: .*2: .*3: .*Not called for.*Can't tell/s);
    expect(form).not.toMatch(/Heron|Settings|Lock now|All 36 behaviours|Client code/);
    // What was filled in by hand is typed in where a session held elsewhere is added.
    await desk.click('button', 'Paper form');
    await desk.click('link', 'Add a past session');
    await auditPast(desk, '2026-02-01', '3n2');
    await desk.close();
  });
});
